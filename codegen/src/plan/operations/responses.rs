//! What becomes of each response: successes and documented failures, by status and media type.

use super::contents::{Documented, ResponseBody, documented};
use crate::ir::{Operation, Status};
use crate::plan::names::http_words::status_word;
use crate::plan::names::{Case, Ident, Item, ModuleId, Scope};
use crate::plan::types::rust_type::RustType;

/// What an operation gives.
pub struct ResponsesPlan {
    /// What a success is.
    pub success: SuccessPlan,
    /// What a documented failure is.
    pub failure: FailurePlan,
    /// The documented responses of the plain call, in the order in which they are looked up.
    pub cases: Vec<ResponseCase>,
    /// Other forms of the call.
    pub forms: Vec<FormPlan>,
}

/// A form of the call that asks for another media type than the plain one.
pub struct FormPlan {
    /// The method that sends it: `send_csv`.
    pub method: Ident,
    /// What reads its responses.
    pub reader: FormReader,
    /// The media type.
    pub media_type: String,
    /// The type of a success; `Option` where a success can be without content.
    pub success: RustType,
    /// The responses, in the order in which they are looked up.
    pub cases: Vec<ResponseCase>,
}

/// What reads the responses to a form of the call.
pub enum FormReader {
    /// The runtime, since every success is text.
    Text,
    /// The runtime, since every success is a stream of bytes.
    Stream,
    /// A function of the operation: `decode_csv`.
    Own(Ident),
}

/// What a success is.
pub struct SuccessPlan {
    /// Its type.
    pub ty: RustType,
    /// The variants of that type, if it is the operation's own enumeration.
    pub variants: Option<Vec<ResponseVariant>>,
}

/// What a documented failure is: always an enumeration with the operation's own name, also where it has no variant or only one, so that
/// documenting one more changes nothing that callers wrote.
pub struct FailurePlan {
    /// Its type.
    pub ty: RustType,
    /// A variant for each documented status.
    pub variants: Vec<ResponseVariant>,
    /// The enumeration of an earlier operation that this is a name for.
    pub same_as: Option<RustType>,
}

/// A documented response: a status with one of its media types.
pub struct ResponseCase {
    /// When it is given.
    pub status: Status,
    /// The media type; empty: there is no body.
    pub media_type: String,
    /// What is read.
    pub body: ResponseBody,
    /// What it becomes.
    pub meaning: Meaning,
    /// Whether the parameters of its media type tell it from another one.
    pub by_parameters: bool,
}

/// What a response becomes.
pub enum Meaning {
    /// A success.
    Success(Reading),
    /// A documented failure: this variant.
    Failure(Ident),
    /// Only the status tells: `default` without any other success.
    ByStatus {
        /// From 200 to 299; `None`: this form of the call does not ask for it.
        success: Option<Reading>,
        /// Any other.
        failure: Ident,
    },
}

/// How a success is made of what was read.
#[derive(Clone)]
pub enum Reading {
    /// It is what was read.
    Whole,
    /// A variant of the enumeration of successes.
    Variant(Ident),
    /// `Some` of what was read, or `None` where there is no content.
    Optional,
}

/// A variant of the successes or failures of an operation.
pub struct ResponseVariant {
    /// Its name.
    pub name: Ident,
    /// What it holds.
    pub body: ResponseBody,
    /// The status that it is named after.
    pub status: Status,
}

impl ResponsesPlan {
    /// The type of the JSON document that is the only success.
    pub fn document(&self) -> Option<&RustType> {
        let body = self.cases.iter().find_map(|case| match &case.meaning {
            Meaning::Success(Reading::Whole)
            | Meaning::ByStatus {
                success: Some(Reading::Whole),
                ..
            } => Some(&case.body),
            Meaning::Success(_) | Meaning::ByStatus { .. } | Meaning::Failure(_) => None,
        });
        match body {
            Some(ResponseBody::Json(ty)) => Some(ty),
            _ => None,
        }
    }
}

/// Plans the responses of an operation, whose items are in `module`. `taken` are names that its call has for setters.
pub(super) fn plan(operation: &Operation, module: ModuleId, taken: &[&str]) -> ResponsesPlan {
    let mut documented = documented(operation);
    // Where only failures are documented, or nothing at all, every success is one without documented content.
    if documented.iter().all(|case| case.success == Some(false)) {
        documented.push(Documented::empty(Status::Range(2), Some(true)));
    }
    // A client asks for what it reads as a success first.
    documented.sort_by_key(|case| case.success == Some(false));
    let success = success(&documented, module);
    let failures = documented.iter().filter(|case| case.success != Some(true));
    let failures = variants(&distinct(failures));
    let plain = |case: &Documented| {
        let reading = case
            .form
            .is_none()
            .then(|| match find(success.variants.iter().flatten(), case) {
                Some(variant) => Reading::Variant(variant),
                None => Reading::Whole,
            });
        (case.form.is_none() || case.success.is_none()).then_some(reading)
    };
    ResponsesPlan {
        cases: cases(&documented, &failures, plain),
        forms: forms(&documented, &failures, taken),
        success,
        failure: FailurePlan {
            ty: RustType::Item(module, Item::Failure),
            variants: failures,
            same_as: None,
        },
    }
}

/// The cases of a form of the call. `select` says how a success is read, or that it is not, or nothing if there is no such case.
fn cases(
    documented: &[Documented],
    failures: &[ResponseVariant],
    select: impl Fn(&Documented) -> Option<Option<Reading>>,
) -> Vec<ResponseCase> {
    let cases = documented.iter().filter_map(|case| {
        let failure = find(failures, case);
        let meaning = match (case.success, failure) {
            (Some(false), Some(failure)) => Meaning::Failure(failure),
            (None, Some(failure)) => Meaning::ByStatus {
                success: select(case)?,
                failure,
            },
            // Each failure has a variant.
            (Some(true), _) | (_, None) => Meaning::Success(select(case)??),
        };
        Some(ResponseCase {
            status: case.status,
            media_type: case.media_type.clone(),
            body: case.body.clone(),
            meaning,
            by_parameters: case.by_parameters,
        })
    });
    cases.collect()
}

fn find<'v>(variants: impl IntoIterator<Item = &'v ResponseVariant>, case: &Documented) -> Option<Ident> {
    let mut variants = variants.into_iter();
    let variant = variants.find(|variant| variant.body == case.body && variant.status == case.status);
    variant.map(|variant| variant.name.clone())
}

/// A form for each media type that the plain call does not ask for, and for each type where one media type has several.
fn forms(documented: &[Documented], failures: &[ResponseVariant], taken: &[&str]) -> Vec<FormPlan> {
    let mut found: Vec<(&str, &Documented)> = Vec::new();
    for case in documented {
        if let Some(word) = &case.form
            && !found
                .iter()
                .any(|(known, first)| known == word && first.body == case.body)
        {
            found.push((word, case));
        }
    }
    let raws: Vec<String> = found
        .iter()
        .enumerate()
        .map(|(at, (word, case))| {
            let repeated = found[..at].iter().any(|(known, _)| known == word);
            match repeated {
                true => format!("{word} {}", status_word(case.status)),
                false => (*word).to_owned(),
            }
        })
        .collect();
    let claim = |taken: &[&str], what: &str, case: Case| {
        let raws: Vec<String> = raws.iter().map(|raw| format!("{what} {raw}")).collect();
        Scope::new(taken).claim_all(&raws, case)
    };
    let methods = claim(taken, "send", Case::Method);
    let decodes = claim(&[], "decode", Case::Method);
    let names = methods.into_iter().zip(decodes);
    let empty = documented
        .iter()
        .any(|case| case.success != Some(false) && case.body == ResponseBody::Empty);
    let forms = found.into_iter().zip(names);
    let forms = forms.map(|((word, first), (method, decode))| {
        let select = |case: &Documented| {
            let asked = case.form.as_deref() == Some(word) && case.body == first.body;
            let reading = match empty {
                true => Reading::Optional,
                false => Reading::Whole,
            };
            match (asked || case.body == ResponseBody::Empty, case.success) {
                (true, _) => Some(Some(reading)),
                (false, None) => Some(None),
                (false, Some(_)) => None,
            }
        };
        let ty = first.body.rust_type();
        let cases = cases(documented, failures, select);
        FormPlan {
            method,
            reader: reader(&cases, decode),
            media_type: first.media_type.clone(),
            success: match empty {
                true => RustType::Option(Box::new(ty)),
                false => ty,
            },
            cases,
        }
    });
    forms.collect()
}

/// What reads the responses of a form; `own` is the name of a function of the operation.
fn reader(cases: &[ResponseCase], own: Ident) -> FormReader {
    let all = |body: &ResponseBody| {
        cases.iter().all(|case| match &case.meaning {
            Meaning::Success(Reading::Whole) => case.body == *body && case.status.is_success(),
            Meaning::Success(Reading::Variant(_) | Reading::Optional) | Meaning::ByStatus { .. } => false,
            Meaning::Failure(_) => true,
        })
    };
    if all(&ResponseBody::Text) {
        FormReader::Text
    } else if all(&ResponseBody::Stream) {
        FormReader::Stream
    } else {
        FormReader::Own(own)
    }
}

/// Each body of each status once.
fn distinct<'d>(cases: impl Iterator<Item = &'d Documented>) -> Vec<&'d Documented> {
    let mut found: Vec<&Documented> = Vec::new();
    for case in cases {
        if !found
            .iter()
            .any(|known| known.body == case.body && known.status == case.status)
        {
            found.push(case);
        }
    }
    found
}

/// A variant is named after its status; after its media type too unless that is JSON. Nothing of the other variants decides, so
/// another one never changes its name.
fn variants(cases: &[&Documented]) -> Vec<ResponseVariant> {
    let raws: Vec<String> = cases.iter().map(|case| variant_word(case)).collect();
    let names = Scope::default().claim_all(&raws, Case::Variant);
    let variants = cases.iter().zip(names).map(|(case, name)| ResponseVariant {
        name,
        body: case.body.clone(),
        status: case.status,
    });
    variants.collect()
}

fn variant_word(case: &Documented) -> String {
    let status = status_word(case.status);
    let is_json = crate::text::essence(&case.media_type) == "application/json" && !case.by_parameters;
    match !case.media_type.is_empty() && !is_json {
        true => format!("{status} {}", case.word()),
        false => status,
    }
}

/// The type of all successes of the plain call.
fn success(documented: &[Documented], module: ModuleId) -> SuccessPlan {
    let plain = documented
        .iter()
        .filter(|case| case.success != Some(false) && case.form.is_none());
    let cases = distinct(plain);
    // What all statuses have in common needs no names for them: the status is beside it.
    if let Some(only) = cases.first()
        && cases.iter().all(|case| case.body == only.body)
    {
        return SuccessPlan {
            ty: only.body.rust_type(),
            variants: None,
        };
    }
    SuccessPlan {
        ty: RustType::Item(module, Item::Success),
        variants: Some(variants(&cases)),
    }
}
