//! Whether every JSON value of one type is a value of another one, across the two surfaces.

use super::side::{Side, constant};
use crate::surface::{Fact, Item, Kind};

/// Types are compared so deep.
const MAX_DEPTH: usize = 12;

/// How values are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// By a server, which takes nothing that is not documented.
    Server,
    /// By a client, which keeps values that are not documented.
    Client,
}

/// How values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// With their types.
    AsJson,
    /// Without them: `7` is a number and a string, and one value is a list of one.
    AsText,
}

/// Whether every value of `from` is one of `to`.
pub(super) fn fits(from: (&Side<'_>, &str), to: (&Side<'_>, &str), reader: Reader, written: Written) -> bool {
    let question = Question {
        from: from.0,
        to: to.0,
        reader,
        written,
    };
    // From here on, types have the names that the new side has.
    let name = |(side, ty): (&Side<'_>, &str)| match constant(ty) {
        Some(_) => ty.to_owned(),
        None => side.canonical(ty),
    };
    question.fits(&name(from), &name(to), 0)
}

struct Question<'q, 's> {
    from: &'q Side<'s>,
    to: &'q Side<'s>,
    reader: Reader,
    written: Written,
}

impl<'s> Question<'_, 's> {
    fn fits(&self, from: &str, to: &str, depth: usize) -> bool {
        let (from, to) = (bare(from), bare(to));
        if to == "Value" || depth > MAX_DEPTH {
            return true;
        }
        match (inside(from, "Vec<"), inside(to, "Vec<")) {
            (Some(from), Some(to)) => return self.fits(from, to, depth + 1),
            (None, None) => {}
            (None, Some(to)) if self.written == Written::AsText => {
                return self.is_text(from) && self.fits(from, to, depth + 1);
            }
            (_, _) => return false,
        }
        if self.written == Written::AsText && is_string(to) && self.is_text(from) {
            return true;
        }
        match (inside(from, "BTreeMap<String, "), inside(to, "BTreeMap<String, ")) {
            (Some(from), Some(to)) => return self.fits(from, to, depth + 1),
            (None, Some(value)) => return self.is_map(from, value, depth),
            (None, None) => {}
            (Some(value), None) => return self.is_struct(value, to, depth),
        }
        match (named(self.from, from), named(self.to, to)) {
            (None, None) if constant(from).is_some() || constant(to).is_some() => self.values(from, to),
            (None, None) => scalars(from, to),
            (from_item, to_item) => self.named(from, from_item, to, to_item, depth + 1),
        }
    }

    /// Whether a value is one piece of text: a scalar, or one of a list of them.
    fn is_text(&self, from: &str) -> bool {
        let is_listed =
            listed(self.from, from).is_some_and(|values| !values.iter().any(|value| value.starts_with(['[', '{'])));
        let is_named = named(self.from, from).is_some();
        is_listed || (!is_named && constant(from).is_none() && from != "Value" && !from.contains('<'))
    }

    /// Where at least one of both is a type with a name.
    fn named(&self, from: &str, from_item: Option<&Item>, to: &str, to_item: Option<&Item>, depth: usize) -> bool {
        let shape = |item: Option<&Item>| item.map_or("", |item| item.fact(Fact::Shape)).to_owned();
        let (from_shape, to_shape) = (shape(from_item), shape(to_item));
        match (&*from_shape, &*to_shape) {
            ("union", _) => {
                let variants = self.from.parts(self.from.own_name(from), Kind::Variant);
                let variants: Vec<String> = variants.map(|(_, variant)| self.from.ty(variant)).collect();
                // Where one of the variants is what is left, a server takes no other any more, though it may look like it.
                let is_left = self.reader == Reader::Server && variants.iter().any(|variant| variant == to);
                let fits = |variant: &String| variant == to || (!is_left && self.fits(variant, to, depth));
                variants.iter().all(fits)
            }
            (_, "union") => {
                let mut variants = self.to.parts(self.to.own_name(to), Kind::Variant);
                let open = self.reader == Reader::Client;
                open || variants.any(|(_, variant)| self.fits(from, &self.to.ty(variant), depth))
            }
            ("struct", "struct") => self.structs(from, to, depth),
            _ if listed(self.from, from).is_some() || listed(self.to, to).is_some() => self.values(from, to),
            ("newtype", "newtype") => {
                let limits = |item: Option<&Item>| item.map(|item| item.limits.clone());
                self.reader == Reader::Client || limits(from_item) == limits(to_item)
            }
            ("newtype", _) => scalars("String", to),
            (_, "newtype") => self.reader == Reader::Client && is_string(from),
            ("tuple", "tuple") => {
                let ty = |item: Option<&Item>| item.map_or("", |item| item.fact(Fact::Type)).to_owned();
                self.from.canonical(&ty(from_item)) == self.to.canonical(&ty(to_item))
            }
            (_, _) => false,
        }
    }

    /// Where at least one of both has a list of values. A client keeps what is not in its list, if it is of the same JSON type, and never
    /// looks at constants.
    fn values(&self, from: &str, to: &str) -> bool {
        match (listed(self.from, from), listed(self.to, to)) {
            (Some(_), Some(_)) if self.reader == Reader::Client => true,
            (Some(values), Some(known)) => values.iter().all(|value| known.contains(value)),
            (Some(values), None) => values.iter().all(|value| is_one(value, to)),
            (None, Some(known)) => {
                let is_kept = known.iter().any(|value| scalars(from, kind_of(value)));
                self.reader == Reader::Client && (is_kept || constant(to).is_some())
            }
            (None, None) => false,
        }
    }

    /// Whether every value is an object whose properties have values of a type.
    fn is_map(&self, from: &str, value: &str, depth: usize) -> bool {
        let is_struct = named(self.from, from).is_some_and(|item| item.fact(Fact::Shape) == "struct");
        let mut fields = self.from.parts(self.from.own_name(from), Kind::Field);
        is_struct && fields.all(|(_, field)| self.fits(&self.from.held(field), value, depth + 1))
    }

    /// Whether an object of any properties with values of a type is read as a struct. A server does not take what it does not declare.
    fn is_struct(&self, value: &str, to: &str, depth: usize) -> bool {
        let is_struct = named(self.to, to).is_some_and(|item| item.fact(Fact::Shape) == "struct");
        let mut fields = self.to.parts(self.to.own_name(to), Kind::Field);
        let fits = |field: &Item| !field.is(Fact::Required) && self.fits(value, &self.to.held(field), depth + 1);
        is_struct && self.reader == Reader::Client && fields.all(|(_, field)| fits(field))
    }

    fn structs(&self, from: &str, to: &str, depth: usize) -> bool {
        let wanted = self.to.parts(self.to.own_name(to), Kind::Field);
        let all = wanted.map(|(_, wanted)| {
            let wire = wanted.fact(Fact::Wire);
            let mut given = self.from.parts(self.from.own_name(from), Kind::Field);
            match given.find(|(_, given)| given.fact(Fact::Wire) == wire) {
                Some((_, given)) => {
                    (given.is(Fact::Required) || !wanted.is(Fact::Required))
                        && self.fits(&self.from.held(given), &self.to.held(wanted), depth)
                }
                None => !wanted.is(Fact::Required),
            }
        });
        all.into_iter().all(|fits| fits)
    }
}

/// A type without `Box`, `Option` and `Field`: presence is asked elsewhere.
fn bare(ty: &str) -> &str {
    let mut ty = ty;
    while let Some(inner) = ["Box<", "Option<", "Field<"].iter().find_map(|outer| inside(ty, outer)) {
        ty = inner;
    }
    ty
}

fn inside<'t>(ty: &'t str, outer: &str) -> Option<&'t str> {
    ty.strip_prefix(outer)?.strip_suffix('>')
}

/// A type with a name; on the old side it may have the name of the new side.
fn named<'s>(side: &Side<'s>, ty: &str) -> Option<&'s Item> {
    side.item(side.own_name(ty)).filter(|item| item.kind == Kind::Type)
}

/// The values of an enumeration or a constant, as JSON.
fn listed(side: &Side<'_>, ty: &str) -> Option<Vec<String>> {
    if let Some(value) = constant(ty) {
        return Some(vec![value.to_owned()]);
    }
    let is_enum = named(side, ty)?.fact(Fact::Shape) == "enum";
    let values = side.parts(side.own_name(ty), Kind::Variant);
    is_enum.then(|| values.map(|(_, variant)| variant.fact(Fact::Wire).to_owned()).collect())
}

/// Whether a type is an integer that is a moment.
pub(super) fn is_moment(ty: &str) -> bool {
    matches!(ty, "UnixTime" | "UnixMillis")
}

/// Whether a JSON value is one of a scalar.
fn is_one(json: &str, to: &str) -> bool {
    let within = |range: std::ops::RangeInclusive<i128>| json.parse().is_ok_and(|value| range.contains(&value));
    match to {
        "i32" => within(i32::MIN.into()..=i32::MAX.into()),
        "u32" => within(0..=u32::MAX.into()),
        "u64" => within(0..=u64::MAX.into()),
        _ => scalars(kind_of(json), to),
    }
}

/// The Rust type of a JSON value.
fn kind_of(json: &str) -> &'static str {
    match json.chars().next() {
        Some('"') => "String",
        Some('t' | 'f') => "bool",
        Some('-' | '0'..='9') if json.contains(['.', 'e', 'E']) => "f64",
        Some('-' | '0'..='9') => "i64",
        Some(_) | None => "Value",
    }
}

/// Types of JSON strings. Formats are annotations: any string may be one.
fn is_string(ty: &str) -> bool {
    [
        "String", "Secret", "DateTime", "Date", "Time", "Duration", "Uuid", "Base64",
    ]
    .contains(&ty)
}

/// Whether every value of a scalar is one of another.
fn scalars(from: &str, to: &str) -> bool {
    /// Integers by their range, and numbers, which hold all of them.
    const WIDER: &[(&str, &[&str])] = &[
        ("i32", &["i64", "i128", "f32", "f64"]),
        ("u32", &["i64", "u64", "i128", "f32", "f64"]),
        ("i64", &["i128", "f32", "f64"]),
        ("u64", &["i128", "f32", "f64"]),
        ("i128", &["f32", "f64"]),
        ("f32", &["f64"]),
        ("f64", &["f32"]),
    ];
    // A moment is an integer; in another unit it is another one.
    let (from, to) = match (is_moment(from), is_moment(to)) {
        (true, true) => (from, to),
        (from_moment, to_moment) => (
            if from_moment { "i64" } else { from },
            if to_moment { "i64" } else { to },
        ),
    };
    let wider = || WIDER.iter().any(|(narrow, wide)| *narrow == from && wide.contains(&to));
    from == to || to == "Value" || (is_string(from) && is_string(to)) || wider()
}
