//! Bodies that differ from their types.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde_core::de::DeserializeOwned;

use super::engine::Allowed;
use super::repair;
use crate::data::fault::Fault;
use crate::v1;

const TOLERANT: Allowed = Allowed {
    repair: true,
    leave_out: true,
};
const SENT_BACK: Allowed = Allowed {
    repair: true,
    leave_out: false,
};
const STRICT: Allowed = Allowed {
    repair: false,
    leave_out: false,
};

#[derive(Debug, Default, PartialEq)]
struct Item {
    id: Option<String>,
    count: Option<i64>,
    rate: Option<f64>,
    on: Option<bool>,
    tags: Option<Vec<String>>,
    labels: Option<BTreeMap<String, String>>,
    items: Option<Vec<Item>>,
    named: Option<Named>,
    shape: Option<Shape>,
}

v1::object!(both Item {
    id: optional "id",
    count: optional integer "count",
    rate: optional "rate",
    on: optional "on",
    tags: optional "tags",
    labels: optional "labels",
    items: optional "items",
    named: optional "named",
    shape: optional "shape",
});

#[derive(Debug, PartialEq)]
struct Named {
    name: String,
    size: i64,
    note: Option<String>,
}

v1::object!(both Named {
    name: required "name",
    size: required integer "size",
    note: optional "note",
});

#[derive(Debug, PartialEq)]
enum Shape {
    Named(Named),
    Names(Vec<String>),
    Unknown(v1::Value),
}

v1::union!(both Shape {
    Named: value if v1::Is::object().tags(&[("kind", &[v1::Const::Str("named")])]).required(&["kind"]),
    Names: value if v1::Is::of(v1::Types::ARRAY),
    _ => Unknown,
});

/// What was read and what was repaired, or what is beyond repair.
type Outcome<T> = Result<(T, Vec<String>), Vec<Fault>>;

/// Reads, and says how often it took.
fn read<T: DeserializeOwned>(text: &str, allowed: Allowed) -> (Outcome<T>, usize) {
    let passes = Cell::new(0);
    let mut value = None;
    let repaired = repair(text, allowed, &mut |text| {
        passes.set(passes.get() + 1);
        value = Some(serde_json::from_str::<T>(text)?);
        Ok(())
    });
    let result = repaired.map(|repaired| {
        let said = repaired.iter().map(|repaired| {
            let Fault {
                pointer,
                expected,
                found,
                ..
            } = &repaired.fault;
            format!("{pointer} {expected:?} {found:?} {:?}", repaired.repair)
        });
        (value.take().expect("a value that was read"), said.collect())
    });
    (result, passes.get())
}

fn item(text: &str) -> (Item, Vec<String>) {
    read(text, TOLERANT).0.expect("the text can be repaired")
}

fn faults<T: DeserializeOwned + std::fmt::Debug>(text: &str, allowed: Allowed) -> Vec<String> {
    let faults = read::<T>(text, allowed).0.expect_err("the text cannot be repaired");
    faults.iter().map(Fault::to_string).collect()
}

#[test]
fn scalars_are_converted_with_their_digits() {
    let (item, said) = item(
        r#"{"id":12345678901234567890123.10,"count":"7","rate":"12.50000","on":"true","tags":[1,"b",2,true],"new":1}"#,
    );
    assert_eq!(item.id.as_deref(), Some("12345678901234567890123.10"));
    assert_eq!((item.count, item.rate, item.on), (Some(7), Some(12.5), Some(true)));
    assert_eq!(item.tags.expect("tags"), ["1", "b", "2", "true"]);
    assert_eq!(
        said,
        [
            "/id String Number Converted",
            "/count Integer String Converted",
            "/rate Number String Converted",
            "/on Boolean String Converted",
            "/tags/0 String Integer Converted",
            "/tags/2 String Integer Converted",
            "/tags/3 String Boolean Converted",
        ]
    );
    let (one, _) = read::<Item>(r#"{"count":"1.0"}"#, SENT_BACK).0.expect("converted");
    assert_eq!(one.count, Some(1));
}

/// Empty lists and maps that languages with one type for both write, and JSON that was written twice.
#[test]
fn lists_and_objects_are_converted_where_nothing_is_lost() {
    let text = r#"{"labels":[],"tags":{ },"named":"{\"name\":\"a\",\"size\":\"3\"}","items":"[{\"id\":\"b\"}]"}"#;
    let (value, said) = item(text);
    assert_eq!(value.labels, Some(BTreeMap::new()));
    assert_eq!(value.tags, Some(Vec::new()));
    assert_eq!(value.items.expect("items").len(), 1);
    // What is within such a string is not repaired.
    assert_eq!(value.named, None);
    assert_eq!(
        said,
        [
            "/labels Object Array Converted",
            "/tags Array Object Converted",
            "/named Object String LeftOut",
            "/items Array String Converted",
        ]
    );
    let (value, _) = item(r#"{"named":[]}"#);
    assert_eq!(value.named, None, "an object without its required properties");
    assert_eq!(faults::<Vec<Item>>(r#"{"a":1}"#, TOLERANT).len(), 1);
    let (list, _) = read::<Vec<Item>>("{}", SENT_BACK).0.expect("an empty list");
    assert_eq!(list, []);
}

#[test]
fn one_optional_property_is_left_out() {
    for (value, found) in [
        ("[0]", "Array"),
        ("{\"a\":[1,\"}\"]}", "Object"),
        ("\"007\"", "String"),
        ("1.5", "Number"),
    ] {
        let (item, said) = item(&format!(r#"{{"id":"a","count":{value},"on":true}}"#));
        assert_eq!(
            (item.id.as_deref(), item.count, item.on),
            (Some("a"), None, Some(true)),
            "{value}"
        );
        assert_eq!(said, [format!("/count Integer {found} LeftOut")]);
    }
    let (last, _) = item("{\"id\":\"a\" , \"count\": {\"b\":1} }");
    assert_eq!(last.id.as_deref(), Some("a"));
    // A list with an item that does not fit: no item is dropped.
    let (list, said) = item(r#"{"id":"a","tags":["x",{},"y"]}"#);
    assert_eq!((list.id.as_deref(), list.tags), (Some("a"), None));
    assert_eq!(said, ["/tags/1 String Object LeftOut"]);
}

#[test]
fn what_cannot_be_represented_costs_one_property() {
    for (text, pointer) in [
        (r#"{"id":"\ud800","on":true}"#, "/id"),
        (r#"{"count":9223372036854775808,"on":true}"#, "/count"),
        (r#"{"count":1e999,"on":true}"#, "/count"),
        (r#"{"rate":1e999,"on":true}"#, "/rate"),
        (r#"{"on":true,"tags":["a","\udc00 b"]}"#, "/tags/1"),
    ] {
        let (item, said) = item(text);
        assert_eq!(item.on, Some(true), "{text}");
        let [said] = said.as_slice() else {
            panic!("{text}: {said:?}")
        };
        assert!(
            said.starts_with(pointer) && said.ends_with("Unreadable LeftOut"),
            "{said}"
        );
    }
}

#[test]
fn of_repeated_properties_the_one_that_fails_is_repaired() {
    let (first, said) = item(r#"{"id":{},"on":true,"id":"b"}"#);
    assert_eq!((first.id.as_deref(), first.on, said.len()), (Some("b"), Some(true), 1));
    let (last, _) = item(r#"{"id":"a","id":[1]}"#);
    assert_eq!(last.id.as_deref(), Some("a"));
}

#[test]
fn null_is_absence() {
    #[derive(Debug, PartialEq)]
    struct Plain(Vec<String>);
    impl v1::Object for Plain {
        fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
            let mut list = Vec::new();
            while map.next_key::<String>()?.is_some() {
                list = map.next_value().map_err(crate::data::trail::property)?;
            }
            Ok(Self(list))
        }
    }
    v1::deserialize!(Plain => object);
    let (plain, said) = read::<Plain>(r#"{"list":null}"#, SENT_BACK).0.expect("absent");
    assert_eq!(
        (plain, said),
        (Plain(Vec::new()), vec!["/list Array Null Converted".to_owned()])
    );
    let (labels, said) = read::<BTreeMap<String, String>>(r#"{"a":"1","b":null}"#, SENT_BACK)
        .0
        .expect("absent");
    assert_eq!((labels.len(), said), (1, vec!["/* String Null Absent".to_owned()]));
}

#[test]
fn many_items_with_the_same_faults_take_few_passes() {
    let rows: Vec<String> = (0..1000)
        .map(|n| format!(r#"{{"id":{n},"count":"{n}","on":[{n}],"tags":["a",{n}],"rate":"{n}.5"}}"#))
        .collect();
    let text = format!(r#"{{"id":"x","items":[{}]}}"#, rows.join(","));
    let (result, passes) = read::<Item>(&text, TOLERANT);
    let (item, said) = result.expect("repaired");
    let items = item.items.expect("items");
    assert_eq!((items.len(), said.len()), (1000, 5000));
    for (n, item) in items.iter().enumerate() {
        assert_eq!(item.id, Some(n.to_string()));
        assert_eq!(
            (item.count.map(|n| n.to_string()), item.on),
            (Some(n.to_string()), None)
        );
        assert_eq!(item.tags, Some(vec!["a".to_owned(), n.to_string()]));
    }
    assert!(passes <= 7, "{passes} passes");
}

#[test]
fn many_entries_of_a_map_take_few_passes() {
    let entries: Vec<String> = (0..500).map(|n| format!(r#""person{n}@example.org":{n}"#)).collect();
    let text = format!(r#"{{"id":"x","labels":{{{}}}}}"#, entries.join(","));
    let (result, passes) = read::<Item>(&text, TOLERANT);
    let (item, said) = result.expect("repaired");
    assert_eq!(item.labels.expect("labels").len(), 500);
    assert!(
        said.iter().all(|said| said == "/*/* String Integer Converted"),
        "keys of maps are data"
    );
    assert!(passes <= 6, "{passes} passes");
}

#[test]
fn a_repair_that_does_not_help_is_taken_back() {
    // The items are of two types: the guess from the first one fits the others only in part.
    type Row = (String, i64);
    let (result, passes) = read::<BTreeMap<String, Vec<Row>>>(r#"{"rows":[[1,2],[3,4]]}"#, TOLERANT);
    let (rows, said) = result.expect("repaired");
    assert_eq!(rows["rows"], [("1".to_owned(), 2), ("3".to_owned(), 4)]);
    assert_eq!(
        said,
        ["/*/0/0 String Integer Converted", "/*/1/0 String Integer Converted"]
    );
    assert!(passes <= 5, "{passes}");
}

#[test]
fn what_is_required_is_never_invented_and_all_faults_are_said() {
    let text = r#"{"id":[],"items":[{"named":{"name":"n"}},{"named":{"size":1,"note":3}},{"named":{"name":{},"size":"x"}},{"named":{"name":"n"}}]}"#;
    assert_eq!(
        faults::<Item>(text, TOLERANT),
        [
            "the required property `size` is missing at `/items/0/named`",
            "the required property `name` is missing at `/items/1/named`",
            "expected a string, found an object at `/items/2/named/name`",
            "expected an integer, found a string at `/items/2/named/size`",
        ]
    );
    assert_eq!(
        faults::<Vec<Named>>("[1]", TOLERANT),
        ["expected an object, found an integer at `/0`",]
    );
}

#[test]
fn at_most_32_faults_are_said() {
    let members: Vec<String> = (0..60).map(|n| format!(r#""{n}":{{"named":{{}}}}"#)).collect();
    let text = format!("{{{}}}", members.join(","));
    let said = faults::<BTreeMap<String, Item>>(&text, TOLERANT);
    assert!((8..=32).contains(&said.len()), "{}", said.len());
    assert!(
        said.iter().all(|said| !said.contains('0')),
        "keys of maps are data: {said:?}"
    );
}

#[test]
fn nothing_is_left_out_of_what_is_sent_back() {
    let text = r#"{"id":1,"count":[1],"on":"perhaps"}"#;
    assert_eq!(
        faults::<Item>(text, SENT_BACK),
        [
            "expected an integer, found an array at `/count`",
            "expected a boolean, found a string at `/on`",
        ]
    );
    assert!(read::<Item>(text, TOLERANT).0.is_ok());
}

#[test]
fn strict_is_strict() {
    assert_eq!(
        faults::<Item>(r#"{"id":1,"count":"2","shape":[1]}"#, STRICT),
        [
            "expected a string, found an integer at `/id`",
            "expected an integer, found a string at `/count`",
            "expected a string, found an integer at `/shape/0`",
        ]
    );
}

#[test]
fn a_variant_is_repaired_before_the_union_is_unknown() {
    let (item, said) = item(r#"{"shape":{"size":"2","kind":"named","note":[1],"name":5}}"#);
    let named = Named {
        name: "5".into(),
        size: 2,
        note: None,
    };
    assert_eq!(item.shape, Some(Shape::Named(named)));
    assert_eq!(
        said,
        [
            "/shape/size Integer String Converted",
            "/shape/note String Array LeftOut",
            "/shape/name String Integer Converted",
        ]
    );
}

#[test]
fn a_variant_that_does_not_read_is_unknown_with_all_its_properties() {
    let shape = r#"{"kind":"named","name":"n","note":"x"}"#;
    for allowed in [TOLERANT, SENT_BACK] {
        let (result, _) = read::<Item>(&format!(r#"{{"id":"a","shape":{shape},"on":true}}"#), allowed);
        let (item, said) = result.expect("unknown");
        let value = serde_json::from_str(shape).expect("JSON");
        assert_eq!((item.shape, item.on), (Some(Shape::Unknown(value)), Some(true)));
        assert_eq!(said, ["/shape Other Nothing Unknown"]);
    }
    let (item, said) = item(r#"{"shape":["a",{"b":1}]}"#);
    assert_eq!(item.shape, Some(Shape::Unknown(serde_json::json!(["a", {"b": 1}]))));
    assert_eq!(said, ["/shape/1 String Object Unknown"]);
    // What fits no variant at all is not a deviation.
    let (result, passes) = read::<Item>(r#"{"shape":{"kind":"new"}}"#, TOLERANT);
    assert_eq!((result.expect("read").1.len(), passes), (0, 1));
}

/// Whatever a server sends, there is an end, and nothing is quoted.
#[test]
fn hostile_bodies_end() {
    let deep = format!("{{\"items\":{}1{}}}", "[".repeat(500), "]".repeat(500));
    let many: Vec<String> = (0..300)
        .map(|n| format!(r#"{{"count":{}}}"#, "9".repeat(20 + n % 3)))
        .collect();
    let many = format!(r#"{{"items":[{}]}}"#, many.join(","));
    for text in [
        deep.as_str(),
        many.as_str(),
        "[[[]]]",
        "\"x\"",
        "{\"\":{\"\":\"\"},\"id\":{\"\\u0001specwright:unknown\":1}}",
    ] {
        let (result, passes) = read::<Item>(text, TOLERANT);
        assert!(passes <= super::MAX_PASSES, "{passes}");
        for fault in result.err().unwrap_or_default() {
            assert!(!fault.to_string().contains("999"), "{fault}");
        }
    }
}
