//! Names that are too long for people and file systems: what each is called instead.

use super::names::{Ident, Names, is_long};
use super::operations::OperationPlan;
use super::operations::arguments::ArgumentKind;
use super::types::{ShapePlan, TypePlan, Types};
use crate::arena::Arena;
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Api, Json, OperationId, Origin, Owner};

/// Letters of a long name that a message shows.
const SHOWN: usize = 60;

/// Reports each name of the document that is cut. What a person has chosen is not.
pub(super) fn report(
    api: &Api,
    names: &Names,
    types: &Types<'_>,
    operations: &Arena<OperationId, OperationPlan>,
    diags: &mut Diagnostics,
) {
    let mut long = Long { diags };
    for (id, operation) in api.operations.entries() {
        if let Some(name) = &operation.id {
            let rust = &names.operation(id).name;
            long.look(name, operation.rename.as_deref(), rust, &operation.origin);
        }
    }
    for ty in types.iter() {
        long.look_at_type(ty);
    }
    for (id, plan) in operations.entries() {
        for argument in &plan.arguments {
            if let ArgumentKind::Param(index) = argument.kind {
                let param = &api.operations[id].params[index];
                long.look(&param.name, param.rename.as_deref(), &argument.name, &param.origin);
            }
        }
    }
}

struct Long<'d> {
    diags: &'d mut Diagnostics,
}

impl Long<'_> {
    fn look(&mut self, name: &str, chosen: Option<&str>, rust: &Ident, origin: &Origin) {
        if chosen.is_some() || !is_long(name) {
            return;
        }
        let mut shown: String = name.chars().take(SHOWN).collect();
        if shown.len() < name.len() {
            shown.push('…');
        }
        let rust = rust.as_str().to_owned();
        let location = Location::at(origin.span, &origin.pointer);
        self.diags.push(Problem::LongName { name: shown, rust }, location);
    }

    fn look_at_type(&mut self, ty: &TypePlan<'_>) {
        if let (Owner::Schema(name), true) = (&ty.def.path.owner, ty.def.path.is_schema()) {
            self.look(name, ty.def.rename.as_deref(), &ty.name, &ty.def.origin);
        }
        match &ty.shape {
            ShapePlan::Struct(structure) => {
                for field in &structure.fields {
                    let source = field.source;
                    self.look(&source.name, source.rename.as_deref(), &field.name, &source.origin);
                }
            }
            ShapePlan::Enum(list) => {
                for (value, rust) in list.source.values.iter().zip(&list.variants) {
                    if let (None, Json::String(text)) = (&value.name, &value.value) {
                        self.look(text, value.rename.as_deref(), rust, &ty.def.origin);
                    }
                }
            }
            ShapePlan::Union(_) | ShapePlan::Newtype(_) | ShapePlan::Tuple(_) | ShapePlan::Alias(_) => {}
        }
    }
}
