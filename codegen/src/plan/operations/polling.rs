//! Operations whose result says that something has ended: how a response leads to its status.

use super::bodies::BodyPlan;
use super::pages::{Step, walk};
use super::responses::ResponsesPlan;
use crate::diag::{Diagnostics, Hint, Location, Problem};
use crate::ir::{Enum, EnumKind, Operation, Polling};
use crate::plan::types::rust_type::RustType;
use crate::plan::types::{ShapePlan, Types};
use crate::source::Span;

/// How a response says that something has ended.
pub struct PollingPlan {
    /// From the response to its status.
    pub status: Vec<Step>,
    /// The values that are a success, as text.
    pub done: Vec<String>,
    /// The values that are a failure, as text.
    pub failed: Vec<String>,
}

/// What decides it.
pub(super) struct Polled<'p, 'a> {
    pub(super) types: &'p Types<'a>,
    pub(super) operation: &'p Operation,
    pub(super) body: Option<&'p BodyPlan>,
    pub(super) responses: &'p ResponsesPlan,
}

impl Polled<'_, '_> {
    /// The plan, if the operation says something that can be done.
    pub(super) fn plan(&self, diags: &mut Diagnostics) -> Option<PollingPlan> {
        let said = self.operation.polling.as_ref()?;
        match self.resolve(said) {
            Ok(plan) => Some(plan),
            Err((reason, span)) => {
                diags.push(Problem::UnusablePolling { reason }, Location::from(span));
                None
            }
        }
    }

    fn resolve(&self, said: &Polling) -> Result<PollingPlan, (String, Span)> {
        let at_status = |reason: String| (reason, said.span);
        if self.body.is_some_and(|body| !body.is_repeatable(self.types)) {
            return Err(at_status("the body of the request can be sent only once".to_owned()));
        }
        let document = self.responses.document();
        let document = document.ok_or_else(|| at_status("the operation has no single JSON response".to_owned()))?;
        let (status, ty) = walk(self.types, document, &said.status).map_err(at_status)?;
        let kind = Kind::of(self.types, &ty);
        let kind = kind.ok_or_else(|| {
            at_status(format!(
                "`/{}` is neither a string nor an integer nor a boolean",
                said.status.join("/")
            ))
        })?;
        for (value, span) in said.done.iter().chain(&said.failed) {
            kind.admits(value).map_err(|reason| (reason, *span))?;
        }
        let values = |ends: &[(String, Span)]| ends.iter().map(|(value, _)| value.clone()).collect();
        Ok(PollingPlan {
            status,
            done: values(&said.done),
            failed: values(&said.failed),
        })
    }
}

/// What a status is: everything that has a text.
enum Kind<'p> {
    Any,
    Bool,
    Listed(&'p Enum),
}

impl<'p> Kind<'p> {
    fn of(types: &'p Types<'_>, ty: &RustType) -> Option<Kind<'p>> {
        match types.unaliased(ty) {
            RustType::Bool => Some(Kind::Bool),
            RustType::Integer(_) | RustType::String => Some(Kind::Any),
            RustType::Named(id) => match &types.get(*id)?.shape {
                ShapePlan::Enum(listed) => match listed.source.kind {
                    EnumKind::String | EnumKind::Integer | EnumKind::Bool => Some(Kind::Listed(listed.source)),
                    EnumKind::Number | EnumKind::Mixed => None,
                },
                ShapePlan::Newtype(_) => Some(Kind::Any),
                ShapePlan::Struct(_) | ShapePlan::Union(_) | ShapePlan::Tuple(_) | ShapePlan::Alias(_) => None,
            },
            _ => None,
        }
    }

    /// Whether the status can have that value, or what is wrong with it.
    fn admits(&self, value: &str) -> Result<(), String> {
        match self {
            Kind::Any => Ok(()),
            Kind::Bool if matches!(value, "true" | "false") => Ok(()),
            Kind::Bool => Err(format!("`{value}` is not a boolean, and the status is one")),
            Kind::Listed(listed) if listed.open => Ok(()),
            Kind::Listed(listed) => {
                let known: Vec<String> = listed.values.iter().map(|one| one.value.plain_text()).collect();
                if known.iter().any(|one| one == value) {
                    return Ok(());
                }
                let hint = Hint::new(value, known.iter().map(String::as_str));
                let meant = hint.name().map(|name| format!(": `{name}` is")).unwrap_or_default();
                Err(format!("`{value}` is not a value of the status{meant}"))
            }
        }
    }
}
