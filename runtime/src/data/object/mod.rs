//! Objects: the shared half of every generated struct.
//!
//! Generated code lists the properties of a struct, a line for each; [`object!`](crate::__object) makes the reader and the writer
//! of it. What the macro expands to is kept small because each consumer compiles it. Measured on 300 structs of nine properties
//! (rustc 1.95; user seconds of `cargo check` beyond the definitions, and of a release build; 1 MB of JSON, in milliseconds with
//! the properties in the order of the document and in another one):
//!
//! | form | lines | check | release | in order | shuffled |
//! | --- | --- | --- | --- | --- | --- |
//! | `derive` | 5,401 | | 59.3 | 1.87 | 2.26 |
//! | a `match` on the index of a property, with names in a list | 17,703 | 1.02 | 23.3 | 1.91 | 2.34 |
//! | a `match` on the name | 20,103 | 1.08 | 24.8 | 1.77 | 2.16 |
//! | the same `match`, expanded from a list | 8,103 | 1.13 | 24.8 | 1.77 | 2.16 |
//! | **a list of places that one loop of the runtime fills** | **8,103** | **0.77** | **21.7** | **1.84** | **2.34** |
//!
//! What helps: no `?` and no `match` for a property but one for all, no visitor type per struct, and functions that are compiled
//! once per type of a property. The loop looks for a name first where the document has it, so a server that keeps to the order
//! of its document is read without searching.

mod beside;
mod kinds;
mod read;
mod write;

pub use beside::{Beside, Others};
pub use kinds::{empty, filled};
pub use read::{Listed, Object, Passed, missing, object, read_closed, read_properties};
pub(crate) use write::while_sending;
pub use write::{Properties, put};

/// The properties of a struct, a line for each, in the order of the document: field, kind, name in JSON. It implements
/// reading and writing in the directions in which the struct travels: `received`, `sent` or `both`.
///
/// ```
/// use specwright_runtime::{Field, v1};
///
/// #[derive(Debug, PartialEq)]
/// pub struct Pet { pub id: i64, pub name: String, pub tag: Option<String>, pub owner: Field<String> }
///
/// v1::object!(both Pet {
///     "@entity" = "pet", // a constant: always written, passed over when read
///     id: required integer "id",
///     name: required "name",
///     tag: optional "petTag",
///     owner: three_state "owner",
/// });
///
/// let pet: Pet = serde_json::from_str(r#"{"id": 1.0, "new": [], "name": "Rex", "petTag": null, "owner": null}"#)?;
/// assert_eq!(pet, Pet { id: 1, name: "Rex".into(), tag: None, owner: Field::Null });
/// assert_eq!(serde_json::to_string(&pet)?, r#"{"@entity":"pet","id":1,"name":"Rex","owner":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// | kind | field | read | written |
/// | --- | --- | --- | --- |
/// | `required` | `T` | must be there | always |
/// | `nullable` | `Option<T>` | may be absent or `null` | always, as `null` if need be |
/// | `optional` | `Option<T>` | may be absent or `null` | if it has a value |
/// | `three_state` | `Field<T>` | absent, `null` and a value are kept apart | as it is |
/// | `read_only` | `Option<T>` | may be absent or `null` | if it has a value, but never into a request |
/// | `read_only_required` | `Option<T>` | may be absent or `null` | if it has a value, but into a request only if the caller has set it |
///
/// `keeps` after the name of a struct names the field for what is known beside the fields: a constant that has another value when it is
/// read is kept there and written again, and so is which properties of the last kind the caller has set.
///
/// `integer` after the kind: the value is an integer or made of integers. `any` after `optional`: the value is of any type, so
/// that `null` is kept and sent back. `if "feature"` after the name: it is written only with
/// that cargo feature. `..field: rest` at the end keeps what has no field, `closed` after the name of the struct refuses it, and
/// `listed` is for a struct whose names tell it from other variants of a union:
///
/// ```
/// # use std::collections::BTreeMap;
/// # use specwright_runtime::v1;
/// pub struct Labels { pub id: String, pub additional: BTreeMap<String, String> }
/// v1::object!(both Labels {
///     id: required "id",
///     ..additional: rest,
/// });
///
/// let labels: Labels = serde_json::from_str(r#"{"a": "b", "id": "1"}"#)?;
/// assert_eq!(serde_json::to_string(&labels)?, r#"{"id":"1","a":"b"}"#);
///
/// pub struct Strict { pub id: String }
/// v1::object!(both Strict closed {
///     id: required "id",
/// });
/// assert!(serde_json::from_str::<Strict>(r#"{"id": "1", "a": "b"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    ($direction:ident $name:ident $(keeps $beside:ident)? listed $($closed:ident)? { $($properties:tt)* }) => {
        $crate::__directed! {
            $direction
            { $crate::__listed_object! { $name { $($properties)* } } }
            {}
        }
        $crate::__object! { $direction $name $(keeps $beside)? $($closed)? { $($properties)* } }
    };
    ($direction:ident $name:ident $(keeps $beside:ident)? closed { $($properties:tt)* }) => {
        $crate::__directed! {
            $direction
            { $crate::__read_object! { $name [$($beside)?] read_closed { $($properties)* } } }
            { $crate::__write_object! { $name [$($beside)?] { $($properties)* } } }
        }
    };
    ($direction:ident $name:ident $(keeps $beside:ident)? { $($properties:tt)* }) => {
        $crate::__directed! {
            $direction
            { $crate::__read_object! { $name [$($beside)?] read_properties { $($properties)* } } }
            { $crate::__write_object! { $name [$($beside)?] { $($properties)* } } }
        }
    };
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::v1::{self, Field};

    #[derive(Debug, PartialEq)]
    struct Pet {
        id: i64,
        name: String,
        tag: Option<String>,
        owner: Field<i64>,
        rest: BTreeMap<String, i64>,
    }

    v1::object!(both Pet {
        "@entity" = "pet",
        id: required integer "id",
        name: required "petName",
        tag: nullable "tag",
        owner: three_state integer "owner",
        "@version" = &1,
        ..rest: rest integer,
    });

    #[derive(Debug, PartialEq)]
    struct Nothing {}

    v1::object!(both Nothing {
    });

    #[derive(Debug, PartialEq)]
    struct Loose {
        a: Option<bool>,
        b: Option<bool>,
    }

    v1::object!(both Loose closed {
        a: optional "a",
        b: read_only "b",
    });

    #[test]
    fn properties_are_found_in_any_order_and_the_last_of_a_name_counts() {
        let text = r#"{"more": 2.0, "owner": 3, "petName": "a", "@entity": [1], "id": 7, "petName": "b", "tag": null}"#;
        let pet: Pet = serde_json::from_str(text).expect("a pet");
        let rest = BTreeMap::from([("more".to_owned(), 2)]);
        assert_eq!(
            pet,
            Pet {
                id: 7,
                name: "b".into(),
                tag: None,
                owner: Field::Value(3),
                rest
            }
        );
        assert_eq!(
            serde_json::to_string(&pet).expect("plain"),
            r#"{"@entity":"pet","id":7,"petName":"b","tag":null,"owner":3,"@version":1,"more":2}"#
        );
    }

    #[test]
    fn the_first_required_property_that_is_missing_is_named() {
        let error = serde_json::from_str::<Pet>(r#"{"tag": "x"}"#).expect_err("incomplete");
        assert!(error.to_string().starts_with("missing field `id`"), "{error}");
        let error = serde_json::from_str::<Pet>(r#"{"id": 1}"#).expect_err("incomplete");
        assert!(error.to_string().starts_with("missing field `petName`"), "{error}");
    }

    #[test]
    fn what_has_no_properties_reads_every_object_and_nothing_else() {
        assert_eq!(
            serde_json::from_str::<Nothing>(r#"{"a": {}}"#).expect("an object"),
            Nothing {}
        );
        assert!(serde_json::from_str::<Nothing>("[]").is_err());
        assert_eq!(serde_json::to_string(&Nothing {}).expect("plain"), "{}");
    }

    #[test]
    fn a_closed_object_says_what_it_knows() {
        let loose: Loose = serde_json::from_str(r#"{"b": true}"#).expect("known names");
        assert_eq!(loose, Loose { a: None, b: Some(true) });
        assert_eq!(serde_json::to_string(&loose).expect("plain"), r#"{"b":true}"#);
        let sent = v1::Value::Object(serde_json::Map::new());
        let written = super::while_sending(|| serde_json::to_value(&loose)).expect("plain");
        assert_eq!(written, sent);
        let error = serde_json::from_str::<Loose>(r#"{"c": 1}"#).expect_err("closed");
        assert!(error.to_string().starts_with("unknown field `c`"), "{error}");
    }

    /// More properties than the loop has room to tick off.
    #[test]
    fn many_properties_are_all_asked_for() {
        macro_rules! many {
            ($($field:ident $wire:literal)*) => {
                struct Many { $($field: bool),* }
                v1::object! { both Many listed { $($field: required $wire,)* } }
            };
        }
        macro_rules! eight {
            ($($a:ident $wa:literal)*) => { many! { $($a $wa)* } };
        }
        eight! {
            a0 "a0" a1 "a1" a2 "a2" a3 "a3" a4 "a4" a5 "a5" a6 "a6" a7 "a7" b0 "b0" b1 "b1" b2 "b2" b3 "b3" b4 "b4" b5 "b5" b6 "b6"
            b7 "b7" c0 "c0" c1 "c1" c2 "c2" c3 "c3" c4 "c4" c5 "c5" c6 "c6" c7 "c7" d0 "d0" d1 "d1" d2 "d2" d3 "d3" d4 "d4" d5 "d5"
            d6 "d6" d7 "d7" e0 "e0" e1 "e1" e2 "e2" e3 "e3" e4 "e4" e5 "e5" e6 "e6" e7 "e7" f0 "f0" f1 "f1" f2 "f2" f3 "f3" f4 "f4"
            f5 "f5" f6 "f6" f7 "f7" g0 "g0" g1 "g1" g2 "g2" g3 "g3" g4 "g4" g5 "g5" g6 "g6" g7 "g7" h0 "h0" h1 "h1" h2 "h2" h3 "h3"
            h4 "h4" h5 "h5" h6 "h6" h7 "h7" i0 "i0" i1 "i1"
        }
        let names: Vec<&str> = <Many as v1::Listed>::NAMES.to_vec();
        assert_eq!(names.len(), 66);
        let text = |left_out: &str| {
            let members: Vec<String> = names
                .iter()
                .filter(|name| **name != left_out)
                .map(|name| format!("{name:?}:true"))
                .collect();
            format!("{{{}}}", members.join(","))
        };
        let many: Many = serde_json::from_str(&text("")).expect("all of them");
        assert!(many.a0 && many.i1);
        for left_out in ["a0", "h7", "i0", "i1"] {
            let error = serde_json::from_str::<Many>(&text(left_out))
                .map(|_| ())
                .expect_err("one is missing");
            assert!(
                error.to_string().starts_with(&format!("missing field `{left_out}`")),
                "{error}"
            );
        }
    }
}
