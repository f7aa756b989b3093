//! Writing a variant with its tag, for variants that do not have the tag themselves: the tag comes first.

use serde_core::ser::{Error, Impossible, Serialize, SerializeMap, Serializer};

use super::Is;
use crate::data::json::Const;

/// Writes a variant that is an object, with its tag first.
///
/// # Errors
///
/// Those of the serializer, and a variant that is not an object.
pub fn write_tagged<T: Serialize, S: Serializer>(
    name: &'static str,
    is: Is,
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let tag = is.tag_to_write(name);
    value.serialize(Tagged { serializer, name, tag })
}

/// Begins the object that a value is written as with a tag.
struct Tagged<S> {
    serializer: S,
    name: &'static str,
    tag: Option<Const<'static>>,
}

impl<S: Serializer> Tagged<S> {
    /// Only an object has a place for a tag.
    fn refuse<T>(self) -> Result<T, S::Error> {
        Err(S::Error::custom("a variant with a tag must be an object"))
    }
}

macro_rules! refused {
    ($($method:ident($($ty:ty),*) -> $ok:ident;)*) => {
        $(fn $method(self $(, _: $ty)*) -> Result<Self::$ok, S::Error> {
            self.refuse()
        })*
    };
}

impl<S: Serializer> Serializer for Tagged<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Impossible<S::Ok, S::Error>;
    type SerializeTuple = Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = Impossible<S::Ok, S::Error>;
    type SerializeMap = S::SerializeMap;
    type SerializeStruct = Impossible<S::Ok, S::Error>;
    type SerializeStructVariant = Impossible<S::Ok, S::Error>;

    fn serialize_map(self, length: Option<usize>) -> Result<S::SerializeMap, S::Error> {
        let mut map = self.serializer.serialize_map(length.map(|length| length + 1))?;
        if let Some(tag) = &self.tag {
            map.serialize_entry(self.name, tag)?;
        }
        Ok(map)
    }

    refused! {
        serialize_bool(bool) -> Ok;
        serialize_i8(i8) -> Ok;
        serialize_i16(i16) -> Ok;
        serialize_i32(i32) -> Ok;
        serialize_i64(i64) -> Ok;
        serialize_u8(u8) -> Ok;
        serialize_u16(u16) -> Ok;
        serialize_u32(u32) -> Ok;
        serialize_u64(u64) -> Ok;
        serialize_f32(f32) -> Ok;
        serialize_f64(f64) -> Ok;
        serialize_char(char) -> Ok;
        serialize_str(&str) -> Ok;
        serialize_bytes(&[u8]) -> Ok;
        serialize_none() -> Ok;
        serialize_unit() -> Ok;
        serialize_unit_struct(&'static str) -> Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> Ok;
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_struct(&'static str, usize) -> SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<S::Ok, S::Error> {
        self.refuse()
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Result<S::Ok, S::Error> {
        self.refuse()
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<S::Ok, S::Error> {
        self.refuse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_the_first_property_of_an_object_and_of_nothing_else() {
        let written = |is: Is, value: &serde_json::Value| {
            let mut out = Vec::new();
            let result = write_tagged("kind", is, value, &mut serde_json::Serializer::new(&mut out));
            result.map(|()| String::from_utf8_lossy(&out).into_owned())
        };
        let object = serde_json::json!({"age": 3});
        let cat = Is::tagged(&["cat", "tomcat"]);
        assert_eq!(written(cat, &object).expect("an object"), r#"{"kind":"cat","age":3}"#);
        let one = Is::valued(&[Const::Int(1)]);
        assert_eq!(written(one, &object).expect("an object"), r#"{"kind":1,"age":3}"#);
        let implied = Is::object().tags(&[("kind", &[Const::Str("hen")])]);
        assert_eq!(
            written(implied, &object).expect("an object"),
            r#"{"kind":"hen","age":3}"#
        );
        assert_eq!(written(Is::object(), &object).expect("an object"), r#"{"age":3}"#);
        for other in [
            serde_json::json!("cat"),
            serde_json::json!([1]),
            serde_json::json!(null),
        ] {
            let error = written(cat, &other).expect_err("there is no place for the tag");
            assert_eq!(error.to_string(), "a variant with a tag must be an object");
        }
    }
}
