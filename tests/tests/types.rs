//! How generated types read, write and check values. The types are those of `cases/ok`, compiled.

use serde_json::{Value, from_value, json, to_value};
use specwright_compiled::schemas;
use specwright_runtime::Field;
use specwright_runtime::v1::Validate;
use std::error::Error;

#[path = "types/choices.rs"]
mod choices;
#[path = "types/deep.rs"]
mod deep;
#[path = "types/schemas.rs"]
mod schema_uses;

type Outcome = Result<(), Box<dyn Error>>;

/// Reads values as a type and writes them again: the same comes back.
macro_rules! returns {
    ($type:ty: $($value:tt),* $(,)?) => {
        $(
            let value = json!($value);
            let read: $type = from_value(value.clone())?;
            assert_eq!(to_value(&read)?, value, "{}", stringify!($type));
        )*
    };
}
use returns;

/// What a value breaks, as pointers and keywords, sorted.
fn broken(value: &impl Validate) -> Vec<(String, &'static str)> {
    let violations = value.check().err();
    let mut found: Vec<_> = violations
        .iter()
        .flatten()
        .map(|broken| (broken.pointer.clone(), broken.keyword))
        .collect();
    found.sort();
    found
}

fn expected(list: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
    list.iter()
        .map(|(pointer, keyword)| ((*pointer).to_owned(), *keyword))
        .collect()
}

#[test]
fn null_is_read_wherever_a_schema_or_a_server_says_it() -> Outcome {
    use schemas::{nulls_30::types::Nulls as Old, nulls_31::types::Nulls as New};
    let names = [
        "optional",
        "optional_nullable",
        "beside_enum",
        "beside_enum_with_null",
        "only_listed",
        "beside_all_of",
        "beside_one_of",
        "beside_ref",
        "no_type",
        "extension",
        "graph_idiom",
        "items",
        "map",
    ];
    for name in names {
        let mut value = json!({"plain": "a", "required_nullable": null, "required_listed": null});
        value[name] = Value::Null;
        let read: Old = from_value(value)?;
        // An optional member that is null is as good as absent; a required one is written as null.
        let written = to_value(&read)?;
        assert!(written.get(name).is_none_or(Value::is_null), "{name}");
        assert_eq!(written.get("required_nullable"), Some(&Value::Null));
    }
    returns!(Old: {"plain": "a", "required_nullable": "b", "required_listed": "c", "beside_enum": "a", "beside_ref": "blue", "beside_one_of": {"name": "x"},
        "graph_idiom": {"name": "y"}, "items": ["a", null], "map": {"a": null, "b": 1}, "no_type": [1]});
    returns!(New: {"string_null": null, "only_null": null, "maybe": null},
        {"string_null": "a", "only_null": null, "maybe": {"name": "x"}, "array": [1.5, null], "enumeration": "a", "three": 3, "any_of": "2020-01-01T00:00:00Z"});
    assert!(
        from_value::<Old>(json!({"required_nullable": null, "required_listed": null})).is_err(),
        "a required member is missing"
    );
    Ok(())
}

#[test]
fn a_sent_member_that_is_optional_and_nullable_has_three_states() -> Outcome {
    use schemas::directions::types::{Request, request::Flow};
    let mut request = Request::new(Flow::Signin);
    assert_eq!(
        to_value(&request)?,
        json!({"@entity": "in.example.request", "flow": "signin"})
    );
    request.note = Field::Null;
    assert_eq!(to_value(&request)?["note"], Value::Null);
    assert!(to_value(&request)?.get("note").is_some());
    request.note = Field::Value("a".to_owned());
    assert_eq!(to_value(&request)?["note"], json!("a"));
    for (value, state) in [
        (json!({}), Field::Absent),
        (json!({"note": null}), Field::Null),
        (json!({"note": "b"}), Field::Value("b".to_owned())),
    ] {
        let mut whole = json!({"@entity": "in.example.request", "flow": "signup"});
        whole
            .as_object_mut()
            .ok_or("an object")?
            .extend(value.as_object().cloned().unwrap_or_default());
        assert_eq!(from_value::<Request>(whole)?.note, state);
    }
    Ok(())
}

#[test]
fn unknown_values_of_enumerations_come_back() -> Outcome {
    use schemas::enums::types::{
        BigIntegers, Booleans, Integers, Mixed, Named, Numbers, Strings, Structured, WithoutType,
    };
    returns!(Strings: "one", "two", "four", "", "ONE");
    returns!(WithoutType: "left", "up");
    returns!(Integers: 1, (-3), 7);
    returns!(BigIntegers: 9223372036854775807i64, 5);
    returns!(Numbers: 0.5, 2.5, 3.25);
    returns!(Booleans: true, false);
    returns!(Mixed: 1, "one", true, 2.5, [1, 2], {"a": "b"}, "two", [3], {"c": null});
    returns!(Structured: {"kind": "a"}, {"kind": "c"});
    assert_eq!(from_value::<Strings>(json!("two"))?, Strings::Two);
    assert_eq!(from_value::<Strings>(json!("four"))?, Strings::Unknown("four".into()));
    assert_eq!(from_value::<Integers>(json!(2.0))?, Integers::N2);
    assert_eq!(from_value::<Named>(json!(1))?, Named::On);
    assert!(matches!(from_value::<Mixed>(json!([1, 2]))?, Mixed::List1_2));
    assert!(matches!(from_value::<Numbers>(json!(1))?, Numbers::N1));
    Ok(())
}

#[test]
fn integers_may_be_written_with_a_fraction_of_zero_and_be_large() -> Outcome {
    use schemas::integers::types::Integers;
    let read: Integers = serde_json::from_str(
        r#"{"plain": 1.0, "beyond_32": 3000000000, "unsigned": 18446744073709551615, "seed": -9223372036854775808,
            "beyond_64": 36893488147419103231, "list": [1, 2.0, 3e2], "map": {"a": 4.0}, "number": 5}"#,
    )?;
    assert_eq!(
        (read.plain, read.beyond_32, read.unsigned),
        (1, Some(3_000_000_000), Some(u64::MAX))
    );
    assert_eq!(
        (read.seed, read.beyond_64),
        (Some(i64::MIN), Some(36_893_488_147_419_103_231))
    );
    assert_eq!(read.list, Some(vec![1, 2, 300]));
    // Beyond 64 bits there is no `Value`, but there is text.
    let written = serde_json::to_string(&read)?;
    assert!(
        written.starts_with("{\"plain\":1,") && written.contains("36893488147419103231"),
        "{written}"
    );
    assert!(
        serde_json::from_str::<Integers>(r#"{"plain": 1.5}"#).is_err(),
        "half an integer"
    );
    assert!(serde_json::from_str::<Integers>(r#"{"plain": "1"}"#).is_err(), "a text");
    Ok(())
}

#[test]
fn a_union_with_a_discriminator_goes_by_it() -> Outcome {
    use schemas::unions_discriminated::types::{NoMapping, Owner, Pet};
    let pet = |value: Value| from_value::<Pet>(value);
    // The dog would satisfy the schema of a cat, too.
    assert!(matches!(pet(json!({"kind": "dog", "lives": 9}))?, Pet::Dog(_)));
    assert!(matches!(pet(json!({"kind": "hound"}))?, Pet::Dog(_)));
    assert!(matches!(pet(json!({"kind": "cat", "lives": 9}))?, Pet::Cat(_)));
    assert!(matches!(pet(json!({"kind": "fox", "lives": 9}))?, Pet::Unknown(_)));
    assert!(matches!(pet(json!({"lives": 9}))?, Pet::Unknown(_)));
    returns!(Pet: {"kind": "cat", "lives": 9}, {"kind": "hound", "bark": true}, {"kind": "fish", "fins": 2}, {"kind": "fox", "x": [1]}, {"lives": 1}, "odd");
    returns!(NoMapping: {"kind": "Cat", "lives": 1}, {"kind": "Fish", "fins": 2}, {"kind": "Dog"});
    returns!(Owner: {"pet": {"kind": "fox"}, "others": [{"kind": "fish", "fins": 1}, {"kind": "cat", "lives": 1}]});
    Ok(())
}

#[test]
fn a_union_in_a_union_goes_by_both_tags() -> Outcome {
    use schemas::unions_nested::types::{Outer, P, Plain};
    assert!(matches!(
        from_value::<Outer>(json!({"kind": "p", "sub": "two", "b": "x"}))?,
        Outer::P(P::P2(_))
    ));
    assert!(matches!(
        from_value::<Outer>(json!({"kind": "q", "c": 1}))?,
        Outer::Q(_)
    ));
    returns!(Outer: {"kind": "p", "sub": "one", "a": "x"}, {"kind": "p", "sub": "two", "b": "x"}, {"kind": "q", "c": 1}, {"kind": "p", "sub": "three"}, {"kind": "r"});
    returns!(Plain: "text", [{"kind": "q"}], {"kind": "p", "sub": "one"});
    Ok(())
}

#[test]
fn unions_without_a_discriminator_take_the_member_that_fits() -> Outcome {
    use schemas::unions_plain::types::{
        AnyOfObjects, Beside, Enums, ImpliedTag, Kinds, Lists, Maps, OneOrMany, OpenEnum, RequiredKeys, TypeList,
        WithAny,
    };
    assert!(matches!(
        from_value::<ImpliedTag>(json!({"type": "text", "text": "a"}))?,
        ImpliedTag::Text(_)
    ));
    assert!(matches!(
        from_value::<ImpliedTag>(json!({"type": "video", "url": "a"}))?,
        ImpliedTag::Image(_)
    ));
    returns!(ImpliedTag: {"type": "text", "text": "a"}, {"type": "image", "url": "a"}, {"type": "audio"});
    returns!(Kinds: "a", 1, true, ["a"], {"a": "b"}, 1.5, null);
    assert!(matches!(from_value::<Kinds>(json!(2))?, Kinds::Integer(2)));
    returns!(OneOrMany: "a", ["a", "b"], 1);
    returns!(TypeList: "a", 1, [1, 2], true);
    assert!(matches!(
        from_value::<RequiredKeys>(json!({"a": "x", "b": "y"}))?,
        RequiredKeys::B(_)
    ));
    assert!(matches!(
        from_value::<RequiredKeys>(json!({"a": "x"}))?,
        RequiredKeys::AString(_)
    ));
    assert!(matches!(
        from_value::<RequiredKeys>(json!({"c": 1}))?,
        RequiredKeys::C(_)
    ));
    returns!(RequiredKeys: {"a": "x", "b": "y"}, {"a": "x"}, {"c": 1});
    returns!(Enums: "a", "c", "d", "e");
    assert_eq!(from_value::<OpenEnum>(json!("z"))?, OpenEnum::Unknown("z".into()));
    returns!(WithAny: "a", 1, {"b": null});
    // A value that is both members keeps what either has.
    returns!(AnyOfObjects: {"a": "x", "b": 1}, {"a": "x"}, {"b": 2});
    returns!(Beside: {"id": 1, "name": "a"}, {"id": 1, "number": 2});
    assert!(matches!(from_value::<Lists>(json!([1]))?, Lists::IntegerList(_)));
    returns!(Lists: ["a"], [1], []);
    returns!(Maps: {"a": "b"}, {"a": 1}, {"a": [true]});
    Ok(())
}

#[test]
fn all_of_holds_everything_together() -> Outcome {
    use schemas::all_of::types::{Both, Extended, Narrowed, Twice, WithUnion, Wrapped};
    returns!(Both: {"name": "a", "age": 1}, {"name": "a"});
    returns!(Extended: {"name": "a", "age": 1, "extra": "b"});
    assert!(
        from_value::<Extended>(json!({"name": "a", "extra": "b"})).is_err(),
        "`age` is required by the heir"
    );
    returns!(Wrapped: {"named": {"name": "a"}, "level": "max"});
    returns!(Narrowed: "low", "max");
    returns!(WithUnion: {"name": "n", "a": "x"}, {"name": "n", "b": "x"});
    returns!(Twice: {"subtype": "a", "data": {"x": 1, "more": [2]}, "count": 0, "parent": {"name": "p", "age": 1}, "tags": ["t", "v"]});
    let twice: Twice = from_value(json!({"subtype": "c", "count": 0, "parent": {"name": "", "age": -1}, "tags": []}))?;
    let found = broken(&twice);
    for wanted in [
        ("/count", "minimum"),
        ("/parent/age", "minimum"),
        ("/parent/name", "minLength"),
        ("/tags", "minItems"),
    ] {
        assert!(
            found.contains(&(wanted.0.to_owned(), wanted.1)),
            "{wanted:?} in {found:?}"
        );
    }
    Ok(())
}

#[test]
fn heirs_are_told_apart_by_the_discriminator_of_their_base() -> Outcome {
    use schemas::inheritance::types::{Animal, Zoo};
    assert!(matches!(
        from_value::<Animal>(json!({"species": "cat", "name": "a", "lives": 9}))?,
        Animal::Cat(_)
    ));
    assert!(matches!(
        from_value::<Animal>(json!({"species": "Puppy", "name": "a", "weeks": 3}))?,
        Animal::Puppy(_)
    ));
    returns!(Zoo: {"star": {"species": "cat", "name": "a", "lives": 9}, "animals": [{"species": "dog", "name": "b", "barks": true}, {"species": "Puppy", "name": "c", "barks": false, "weeks": 2}, {"species": "fox", "name": "d", "tail": 1}]});
    Ok(())
}

#[test]
fn members_that_are_not_declared_are_kept_where_a_schema_has_them() -> Outcome {
    use schemas::objects::types::{
        FreeForm, Kept, KeptAny, MapOfMaps, MapOfObjects, PatternMap, Patterned, Uses, WithBooleans,
    };
    returns!(FreeForm: {}, {"a": [1, {"b": null}]});
    returns!(MapOfObjects: {"x": {"a": "b"}});
    returns!(MapOfMaps: {"x": {"y": ["z"]}});
    returns!(Kept: {"id": "a", "additional_properties": 1, "other": 2, "third": 3});
    returns!(KeptAny: {"id": "a", "b": null, "c": {"d": [1.5]}}, {});
    returns!(Patterned: {"id": 1, "x-a": "b"});
    returns!(PatternMap: {"abc": 1});
    returns!(WithBooleans: {"anything": [1], "unsaid": "a"});
    returns!(Uses: {"free": {"a": 1}, "map": {"b": 2}, "empty": {"c": 3}, "closed": {}, "any": false});
    Ok(())
}

#[test]
fn tuples_and_recursive_types_come_back() -> Outcome {
    use schemas::recursion::types::{A, Expression, Json, Node, Pair, Tagged, Through};
    use schemas::tuples::types::{Deep, Named, Point, Rest, Single, Uses};
    returns!(Point: [1.5, 2.5]);
    returns!(Named: ["a", 1], ["a"]);
    returns!(Rest: ["a"], ["a", 1, 2]);
    returns!(Deep: [{"a": "b"}, [1, 2]]);
    returns!(Single: [1]);
    returns!(Uses: {"point": [1.5, 2.5], "path": [[0.5, 0.25]]});
    returns!(Node: {"next": {"next": {}}, "children": [{}, {"named": {"a": {}}}]});
    returns!(A: {"b": {"c": {"a": {}}}});
    returns!(Expression: 1.5, {"left": 1.5, "right": {"left": 0.5, "right": 2.5}});
    returns!(Json: "a", [1.5, [true]], {"a": {"b": [{}]}});
    returns!(Tagged: {"t": "Branch", "left": {"t": "Leaf", "value": "a"}, "right": {"t": "Branch", "left": {"t": "Leaf"}}});
    returns!(Through: {"up": {"next": {}}, "maybe": {}});
    let pair: Pair = from_value(json!([[[], "a"], "b"]))?;
    assert_eq!(to_value(&pair)?, json!([[[], "a"], "b"]));
    Ok(())
}

#[test]
fn constants_are_written_by_themselves() -> Outcome {
    use schemas::constants::types::Constants;
    let constants: Constants = from_value(
        json!({"text": "fixed", "number": 3, "decimal": 0.25, "truth": true, "list": [1, "two"], "object": {"a": {"b": null}}, "nullable": null}),
    )?;
    let written = to_value(&constants)?;
    assert_eq!(written["text"], json!("fixed"));
    assert_eq!(written["number"], json!(3));
    assert_eq!(written["decimal"], json!(0.25));
    assert_eq!(written["list"], json!([1, "two"]));
    assert_eq!(written["object"], json!({"a": {"b": null}}));
    // What the server says instead does not matter: nothing is checked on what is received.
    assert!(from_value::<Constants>(json!({"text": "other", "number": 4, "nullable": null})).is_ok());
    Ok(())
}

#[test]
fn an_answer_that_is_an_empty_object_is_a_value() -> Outcome {
    use schemas::directions::types::Answer;
    returns!(Answer: {"code": 1, "state": "odd", "link": "http://not-https", "choice": {"t": "z"}, "data": {"any": [1]}});
    Ok(())
}

#[test]
fn every_violation_has_its_place_and_its_keyword() -> Outcome {
    use schemas::constraints::types::Constraints;
    let low: Constraints = from_value(
        json!({"text": "a", "pattern": "12", "integer": 0, "number": 0, "list": [], "map": {}, "contains": [1], "nullable": "ab", "nested": [[5], [1, 6]]}),
    )?;
    assert_eq!(
        broken(&low),
        expected(&[
            ("/contains", "minContains"),
            ("/integer", "minimum"),
            ("/list", "minItems"),
            ("/map", "minProperties"),
            ("/nested/1/1", "maximum"),
            ("/nullable", "minLength"),
            ("/number", "exclusiveMinimum"),
            ("/pattern", "pattern"),
            ("/text", "minLength"),
        ])
    );
    let high: Constraints = from_value(
        json!({"text": "abcde", "integer": 11, "number": 1, "list": ["aaa", "b", "b", "c"], "map": {"a": -1, "b": 1, "c": 2}, "contains": [7, 7, 7]}),
    )?;
    assert_eq!(
        broken(&high),
        expected(&[
            ("/contains", "maxContains"),
            ("/integer", "maximum"),
            ("/integer", "multipleOf"),
            ("/list", "maxItems"),
            ("/list", "uniqueItems"),
            ("/list/0", "maxLength"),
            ("/map", "maxProperties"),
            ("/map/a", "minimum"),
            ("/number", "exclusiveMaximum"),
            ("/text", "maxLength"),
        ])
    );
    let good: Constraints = from_value(
        json!({"text": "\u{1f600}\u{1f600}", "pattern": "123", "integer": 9, "number": 0.5, "list": ["a", "b"], "map": {"a": 0}, "contains": [1, 7], "nullable": null, "nested": [[5]]}),
    )?;
    assert_eq!(broken(&good), []);
    Ok(())
}

#[test]
fn rules_that_no_type_expresses_are_checked() -> Outcome {
    use schemas::constraints::types::{Conditional, Dependent, Not, Unevaluated};
    let dependent = |value: Value| Ok::<_, Box<dyn Error>>(broken(&from_value::<Dependent>(value)?));
    assert_eq!(dependent(json!({"card": "x"}))?, expected(&[("", "dependentRequired")]));
    assert_eq!(dependent(json!({"address": "x"}))?, expected(&[("", "required")]));
    assert_eq!(dependent(json!({"card": "x", "address": "y", "zip": "z"}))?, []);
    let conditional = |value: Value| Ok::<_, Box<dyn Error>>(broken(&from_value::<Conditional>(value)?));
    assert_eq!(conditional(json!({"country": "US"}))?, expected(&[("", "required")]));
    assert_eq!(
        conditional(json!({"country": "US", "zip": "a"}))?,
        expected(&[("/zip", "pattern")])
    );
    assert_eq!(
        conditional(json!({"country": "DE", "zip": "12345678901"}))?,
        expected(&[("/zip", "maxLength")])
    );
    assert_eq!(conditional(json!({"country": "US", "zip": "12345"}))?, []);
    assert_eq!(
        broken(&from_value::<Not>(json!({"a": "x", "b": "y"}))?),
        expected(&[("", "not")])
    );
    assert_eq!(broken(&from_value::<Not>(json!({"a": "x"}))?), []);
    assert_eq!(broken(&from_value::<Unevaluated>(json!({"a": "x", "b": "y"}))?), []);
    Ok(())
}

#[test]
fn members_that_became_one_scalar_keep_their_limits() -> Outcome {
    use schemas::scalar_unions::types::Limits;
    let check = |value: Value| Ok::<_, Box<dyn Error>>(broken(&from_value::<Limits>(value)?));
    assert_eq!(check(json!({"text": "abc"}))?, []);
    assert_eq!(check(json!({"text": "2020"}))?, []);
    assert_eq!(check(json!({"text": "2020-"}))?, expected(&[("/text", "anyOf")]));
    assert_eq!(check(json!({"number": 5}))?, []);
    assert_eq!(check(json!({"number": 50}))?, expected(&[("/number", "anyOf")]));
    assert_eq!(check(json!({"size": "auto"}))?, []);
    assert_eq!(check(json!({"size": "12px"}))?, []);
    assert_eq!(check(json!({"size": "12"}))?, expected(&[("/size", "anyOf")]));
    assert_eq!(check(json!({"plain": "anything", "dates": "no date"}))?, []);
    Ok(())
}

#[test]
fn members_that_only_some_values_have_are_kept() -> Outcome {
    use schemas::members_of_some::types::{Cat, Conditional, Dependent, Pet, Unevaluated, cat};
    returns!(Dependent: {"card": "a", "address": "b"}, {});
    returns!(Conditional: {"country": "US", "zip": "12345"}, {"country": "DE", "postcode": "x"});
    returns!(Unevaluated: {"a": "x", "b": 1});
    assert_eq!(
        broken(&from_value::<Dependent>(json!({"card": "a"}))?),
        expected(&[("", "required")])
    );
    assert_eq!(
        broken(&from_value::<Conditional>(json!({"country": "US", "zip": "1"}))?),
        expected(&[("/zip", "pattern")])
    );
    // A tag that nobody set is that of the member; one that is set is left as it is.
    assert_eq!(
        to_value(Pet::from(Cat::new().lives(9)))?,
        json!({"kind": "cat", "lives": 9})
    );
    assert_eq!(
        to_value(Pet::from(Cat::new().kind(cat::Kind::Tomcat)))?,
        json!({"kind": "tomcat"})
    );
    returns!(Pet: {"kind": "tomcat", "lives": 1}, {"kind": "dog"}, {"kind": "fish", "fins": 2}, {"kind": "fox"});
    // Only a cat has lives, so it is one, and says so from then on.
    let cat: Pet = from_value(json!({"lives": 9}))?;
    assert!(matches!(cat, Pet::Cat(_)), "{cat:?}");
    assert_eq!(to_value(cat)?, json!({"kind": "cat", "lives": 9}));
    Ok(())
}

#[test]
fn contents_of_strings_and_dynamic_references_come_back() -> Outcome {
    use schemas::encodings::types::{Choice, Common, Encoded, Keys, OneOrMany, Tree};
    returns!(Encoded: {"base64": "AQID", "png": "iVBORw0KGgo=", "json": "{\"a\": 1}", "hex": "00ff"});
    returns!(Tree: {"children": [{"children": [], "data": [1]}], "data": "x"});
    returns!(Choice: "a", {"id": "b", "list": ["c"]});
    assert!(matches!(
        from_value::<OneOrMany>(json!([{"id": "a"}]))?,
        OneOrMany::NamedList(_)
    ));
    returns!(OneOrMany: {"id": "a"}, [{"id": "a"}, {}]);
    returns!(Common: "b", "a");
    assert_eq!(from_value::<Common>(json!("a"))?, Common::Unknown("a".into()));
    assert_eq!(broken(&from_value::<Keys>(json!({"a": 1.5}))?), []);
    Ok(())
}

#[test]
fn collections_that_hold_themselves_are_read_and_checked() -> Outcome {
    use specwright_compiled::recursion::collections::types::{Catalogue, Names, Numbers};
    returns!(Names: {"a": {"b": {}}, "c": {}});
    returns!(Numbers: [1, [2, [3, []]]]);
    returns!(Catalogue: {"names": {"a": {}}, "rows": [{"x": [{}]}, {}], "parent": {"numbers": [1]}});
    let value: Catalogue = from_value(json!({"names": {"a": {}}, "numbers": [1, [2, 3, 4, 5]]}))?;
    let found = broken(&value);
    let names = Names::new().additional_properties([("a", Names::new())]);
    assert_eq!(broken(&names), expected(&[("/a", "minProperties")]));
    assert_eq!(
        found,
        expected(&[("/names/a", "minProperties"), ("/numbers/1", "maxItems")])
    );
    Ok(())
}

#[test]
fn a_tuple_that_max_items_closes_has_no_rest() -> Outcome {
    use specwright_compiled::collections::closed_tuples::types::line::{Line, LineFrom, Open, Pair, To};
    let line = Line::new(LineFrom(1.0, 2.0)).to(To(3.0, 4.0, None));
    let line = line.pair(Pair(Some("a".into()), None));
    let line = line.open(Open(Some("b".into()), vec![json!(1)]));
    assert_eq!(broken(&line), Vec::new());
    returns!(Line: {"from": [1.5, 2.5], "to": [3.5, 4.5, "five"], "pair": ["a"], "open": ["b", 1]});
    Ok(())
}

#[test]
fn integers_are_as_wide_and_as_narrow_as_their_format_and_default() -> Outcome {
    use specwright_compiled::scalars::widths::types::Counter;
    returns!(Counter: {
        "size": 18_446_744_073_709_551_615_u64, "mask": 18_446_744_073_709_551_615_u64,
        "low": (-1), "ratio": 0.1
    });
    let counter: Counter = serde_json::from_str(r#"{"supply": 340282366920938463463374607431768211, "byte": 255}"#)?;
    assert_eq!(counter.supply, Some(340_282_366_920_938_463_463_374_607_431_768_211));
    assert_eq!(broken(&counter), Vec::new());
    let counter = Counter::new().byte(256).tiny(-1).port(-1).short(40_000).total(-1);
    let all = ["/byte", "/port", "/short", "/tiny", "/total"];
    let found: Vec<String> = broken(&counter).into_iter().map(|(place, _)| place).collect();
    assert_eq!(found, all);
    Ok(())
}

#[test]
fn what_may_be_null_takes_lists_and_maps_of_any_kind() -> Outcome {
    use specwright_compiled::structs::nullable_lists::operations::add_filter::{Colour, Request};
    let request = Request::new(["a", "b"], None)
        .colours([Colour::Red])
        .names([("x", "y".to_owned())]);
    assert_eq!(
        to_value(&request)?,
        json!({"words": ["a", "b"], "weights": null, "colours": ["red"], "names": {"x": "y"}})
    );
    let request = Request::new(Field::Null, [("x", 1)]).colours(Field::Null);
    assert_eq!(
        to_value(&request)?,
        json!({"words": null, "weights": {"x": 1}, "colours": null})
    );
    Ok(())
}

#[test]
fn numbers_that_may_be_strings_of_digits_are_numbers() -> Outcome {
    use specwright_compiled::scalars::digits::types::Weather;
    returns!(Weather: {"degrees": -3, "wind": 2.5, "hours": [1, 2], "rain": 0, "level": "low", "code": "ff"});
    Ok(())
}
