//! Unions: which variant is read, and what is written.

use serde_core::{Deserializer, Serializer};
use serde_json::json;

use super::*;
use crate::data::json::{Const, Types};
use crate::data::object::Listed;
use crate::v1;

#[derive(Debug, PartialEq)]
enum Shape {
    Anything(Note),
    Circle(Circle),
    Square(Box<Square>),
    Number(f64),
    Integer(i64),
    Unknown(Value),
}

/// The names of a variant are those of its struct; here the struct keeps everything.
macro_rules! anything {
    ($($name:ident { $($wire:literal),* })*) => { $(
        #[derive(Debug, PartialEq)]
        struct $name(Value);

        impl Listed for $name {
            const NAMES: &'static [&'static str] = &[$($wire),*];
        }

        impl<'de> serde_core::Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Value::deserialize(deserializer).map(Self)
            }
        }

        impl serde_core::Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
    )* };
}

anything! {
    Note { "note" }
    Circle { "type", "radius" }
    Square { "side", "note" }
}

v1::union!(both Shape {
    Anything: object if Is::object(),
    Circle: object if Is::object().tags(&[("type", &[Const::Str("circle"), Const::Str("disc")])]),
    Square: object if Is::object().required(&["side"]),
    Integer: integer if Is::of(Types::INTEGER),
    Number: value if Is::of(Types::NUMBER),
    _ => Unknown,
});

fn read(value: Value) -> Shape {
    serde_json::from_value(value).expect("an open union reads everything")
}

#[test]
fn the_best_member_is_chosen_whatever_the_order() {
    let circle = json!({"type": "disc", "radius": 1});
    assert_eq!(read(circle.clone()), Shape::Circle(Circle(circle)));
    let square = json!({"side": 1, "note": "n"});
    assert_eq!(read(square.clone()), Shape::Square(Box::new(Square(square))));
    let other = json!({"note": "n"});
    assert_eq!(read(other.clone()), Shape::Anything(Note(other)));
    // A new value of a property that only circles have.
    let ring = json!({"type": "ring", "radius": 1});
    assert_eq!(read(ring.clone()), Shape::Circle(Circle(ring)));
    // A new tag and a property that no variant has: nothing is lost.
    let fox = json!({"type": "fox", "legs": 4});
    assert_eq!(read(fox.clone()), Shape::Unknown(fox));
    assert_eq!(read(json!(1)), Shape::Integer(1));
    assert_eq!(read(json!(1.5)), Shape::Number(1.5));
}

#[test]
fn what_is_no_member_is_kept() {
    assert_eq!(read(json!([1])), Shape::Unknown(json!([1])));
    assert_eq!(read(json!(null)), Shape::Unknown(json!(null)));
}

#[derive(Debug)]
enum Sent {
    Text(Value),
    Other(Value),
}

v1::union!(both Sent by "kind" {
    Text: value if Is::tagged(&["text"]),
    Other: value if Is::tagged(&["other"]).or_untagged(),
});

#[derive(Debug)]
enum Closed {
    Text(String),
}

v1::union!(both Closed {
    Text: value if Is::of(Types::STRING.or(Types::ARRAY)),
});

#[test]
fn a_closed_union_refuses() {
    let Closed::Text(text) = serde_json::from_str("\"ab\"").expect("a text");
    assert_eq!(text, "ab");
    let error = serde_json::from_str::<Closed>("true").expect_err("not accepted");
    assert!(
        error.to_string().starts_with("the value fits no variant of the union"),
        "{error}"
    );
    let error = serde_json::from_str::<Closed>("[]").expect_err("unreadable");
    assert!(error.to_string().contains("expected a string"), "{error}");
}

#[test]
fn a_value_without_a_known_tag_belongs_to_the_variant_that_takes_it() {
    let read = |value: Value| serde_json::from_value::<Sent>(value);
    assert!(matches!(read(json!({"kind": "text"})), Ok(Sent::Text(_))));
    assert!(matches!(read(json!({"kind": "new"})), Ok(Sent::Other(_))));
    assert!(matches!(read(json!({})), Ok(Sent::Other(_))));
}

#[derive(Debug, PartialEq)]
struct Hen {
    kind: Option<String>,
}

v1::object!(both Hen {
    kind: optional "kind",
});

#[derive(Debug, PartialEq)]
enum Bird {
    Hen(Box<Hen>),
}

v1::union!(both Bird by "kind" {
    Hen: tagged(kind) if Is::tagged(&["hen", "chick"]),
});

#[test]
fn a_tag_that_is_not_set_is_written() {
    let written = |kind: Option<&str>| {
        let bird = Bird::Hen(Box::new(Hen {
            kind: kind.map(str::to_owned),
        }));
        serde_json::to_string(&bird).expect("plain")
    };
    assert_eq!(written(None), r#"{"kind":"hen"}"#);
    assert_eq!(written(Some("chick")), r#"{"kind":"chick"}"#);
}

#[test]
fn a_union_is_read_from_text_as_from_a_value() {
    let shape = |text: &str| serde_json::from_str::<Shape>(text).expect("an open union reads everything");
    let circle = Circle(json!({"type": "disc", "r\"": ["\n", -1, 1.5, true, null]}));
    let text = r#"{"type":"circle","r\"":["\n",-1,1.5,true,null],"type":"disc"}"#;
    assert_eq!(
        shape(text),
        Shape::Circle(circle),
        "of properties given twice the last counts"
    );
    let digits = json!({"$serde_json::private::Number": "1"});
    let read = shape(&digits.to_string());
    assert_eq!(read, Shape::Anything(Note(digits)), "it is no number");
}

#[derive(Debug, PartialEq)]
struct Cat {
    lives: i64,
}
v1::object!(both Cat { lives: required integer "lives", });

#[derive(Debug, PartialEq)]
struct Dog {
    bark: Option<bool>,
}
v1::object!(both Dog { bark: optional "bark", });

#[derive(Debug, PartialEq)]
struct Fox {
    bark: Option<bool>,
}
v1::object!(both Fox { bark: optional "bark", });

#[derive(Debug, PartialEq)]
enum Animal {
    Cat(Cat),
    Dog(Dog),
    Fox(Fox),
    Unknown(Value),
}
v1::union!(both Animal by "kind" {
    Cat: tagged if Is::tagged(&["cat"]),
    Dog: tagged if Is::tagged(&["dog"]),
    Fox: tagged if Is::tagged(&["fox"]),
    _ => Unknown,
});

#[test]
fn what_lacks_the_discriminator_is_what_alone_reads_best() {
    let read = |value: Value| serde_json::from_str::<Animal>(&value.to_string()).expect("a value");
    assert_eq!(read(json!({"lives": 9})), Animal::Cat(Cat { lives: 9 }));
    assert_eq!(read(json!({"lives": 9, "new": 1})), Animal::Cat(Cat { lives: 9 }));
    assert_eq!(read(json!({"kind": null, "lives": 9})), Animal::Cat(Cat { lives: 9 }));
    for unknown in [json!({"bark": true}), json!({"lives": 9, "kind": "lion"}), json!([])] {
        assert_eq!(read(unknown.clone()), Animal::Unknown(unknown));
    }
}
