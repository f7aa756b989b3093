//! Idempotency keys: which keys that a client can make are ones that the document admits.

use crate::ir::{Api, Checks, Operation, ParamLocation, Shape, StringKind, Type, TypeRef};
use crate::pattern::{Pattern, compile};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The form of the keys that a client makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyForm {
    /// A UUID of version 4 (RFC 9562), as draft-ietf-httpapi-idempotency-key-header recommends.
    Uuid,
    /// The same in capitals.
    UpperUuid,
    /// So many hexadecimal digits.
    Hex(usize),
    /// The same in capitals.
    UpperHex(usize),
    /// So many decimal digits.
    Digits(usize),
    /// None: the document asks for something that a client does not know how to make.
    Unknown,
}

/// Fewer digits are too easily the same twice: 64 bits, or nearly.
const MIN_HEX: usize = 16;
const MIN_DECIMAL: usize = 18;

/// The digits of a UUID; more are made only where the document asks for them.
const USUAL: usize = 32;
const MAX: usize = 128;

/// The form of the keys of an operation that takes any.
pub(super) fn key_form(api: &Api, operation: &Operation) -> Option<KeyForm> {
    let header = operation.idempotency_key.as_ref()?;
    let mut params = operation.params.iter();
    let param = params.find(|param| param.location == ParamLocation::Header && param.name == *header)?;
    let mut wanted = Wanted::default();
    if !wanted.read(api, &param.ty) {
        return Some(KeyForm::Unknown);
    }
    let patterns = wanted.patterns();
    let form = forms(wanted.uuid).find(|form| wanted.admits(*form, &patterns));
    Some(form.unwrap_or(KeyForm::Unknown))
}

/// What a key must be.
#[derive(Default)]
struct Wanted<'a> {
    uuid: bool,
    checks: Vec<&'a Checks>,
}

impl<'a> Wanted<'a> {
    /// Reads the type of a key. Whether strings are of that type.
    fn read(&mut self, api: &'a Api, ty: &'a TypeRef) -> bool {
        let mut ty = ty;
        // A name for a name for a string is as far as documents go.
        for _ in 0..8 {
            self.checks.push(&ty.checks);
            let id = match &ty.ty {
                Type::Named { id, .. } => *id,
                Type::String(kind) => return self.is_text(*kind),
                Type::Any => return true,
                Type::Null
                | Type::Bool
                | Type::Integer(_)
                | Type::Number(_)
                | Type::Const(_)
                | Type::Array(_)
                | Type::Map(_)
                | Type::Foreign(_) => return false,
            };
            match api.types.get(id).map(|def| &def.shape) {
                Some(Shape::Newtype(newtype)) => {
                    self.checks.push(&newtype.checks);
                    return self.is_text(newtype.kind);
                }
                Some(Shape::Alias(target)) => ty = target,
                Some(Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Tuple(_)) | None => return false,
            }
        }
        false
    }

    fn is_text(&mut self, kind: StringKind) -> bool {
        self.uuid = kind == StringKind::Uuid;
        match kind {
            StringKind::Text | StringKind::Secret | StringKind::Uuid => true,
            StringKind::DateTime
            | StringKind::Date
            | StringKind::Time
            | StringKind::Duration
            | StringKind::Base64
            | StringKind::Binary => false,
        }
    }

    /// The patterns, compiled; without those that cannot be.
    fn patterns(&self) -> BTreeMap<Arc<str>, Pattern> {
        let all = self
            .checks
            .iter()
            .flat_map(|checks| &checks.constraints.strings.patterns);
        all.filter_map(|source| Some((Arc::clone(source), compile(source).ok()?)))
            .collect()
    }

    fn admits(&self, form: KeyForm, patterns: &BTreeMap<Arc<str>, Pattern>) -> bool {
        samples(form).iter().all(|sample| {
            // What only an engine can tell forbids nothing here.
            let matches = |source: &Arc<str>| patterns.get(source).and_then(|pattern| pattern.is_match(sample));
            let mut limits = self.checks.iter().map(|checks| &checks.constraints.strings);
            limits.all(|limits| {
                limits
                    .violation(sample, |source| matches(source).unwrap_or(true))
                    .is_none()
            })
        })
    }
}

/// All forms, the best first.
fn forms(uuid: bool) -> impl Iterator<Item = KeyForm> {
    let lengths = |least: usize| (least..=USUAL).rev().chain(USUAL + 1..=MAX);
    let hex = lengths(MIN_HEX).filter(move |length| !uuid || *length == USUAL);
    let decimal = lengths(MIN_DECIMAL).filter(move |_| !uuid);
    [KeyForm::Uuid, KeyForm::UpperUuid]
        .into_iter()
        .chain(hex.clone().map(KeyForm::Hex))
        .chain(hex.map(KeyForm::UpperHex))
        .chain(decimal.map(KeyForm::Digits))
}

/// Keys of a form: what begins with a digit and with a letter, has only digits and only letters.
fn samples(form: KeyForm) -> Vec<String> {
    let uuid = |digit: char| {
        let some = |count: usize| digit.to_string().repeat(count);
        format!("{}-{}-4{}-8{}-{}", some(8), some(4), some(3), some(3), some(12))
    };
    let upper = |samples: Vec<String>| samples.iter().map(|sample| sample.to_uppercase()).collect();
    let hex = |length: usize| {
        let digits = |from: usize| "0123456789abcdef".chars().cycle().skip(from).take(length).collect();
        vec![digits(0), digits(10), "7".repeat(length), "f".repeat(length)]
    };
    let uuids = || vec![uuid('0'), uuid('f'), "1a2b3c4d-5e6f-4a7b-9c8d-e0f1a2b3c4d5".to_owned()];
    match form {
        KeyForm::Uuid => uuids(),
        KeyForm::UpperUuid => upper(uuids()),
        KeyForm::Hex(length) => hex(length),
        KeyForm::UpperHex(length) => upper(hex(length)),
        KeyForm::Digits(length) => vec!["0".repeat(length), "9".repeat(length)],
        KeyForm::Unknown => Vec::new(),
    }
}
