//! Operations: what a call takes and what it sends.

use super::answers::{Case, Outcome, is_markup, outcomes};
use super::modules::ModuleId;
use super::names::{Case as NameCase, Ident, Scope, operation_name, reserved::CLIENT_METHODS};
use super::type_names::media_word;
use super::{HeaderPlan, PagePlan, Plan, RustType};
use crate::ir::{
    Api, Body, Content, ContentKind, Operation, OperationId, Owner, Param, ParamLocation, Shape, Type, TypeId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Required parameters up to this number are arguments; more would be confusing.
const MAX_POSITIONAL: usize = 3;

/// An operation with its names and types.
pub struct OperationPlan {
    /// Which one.
    pub id: OperationId,
    /// The method of the client.
    pub name: Ident,
    /// The module that holds its types and its call.
    pub module: ModuleId,
    /// What the call takes, in order: path parameters, required parameters, the body, and then what is optional.
    pub arguments: Vec<Argument>,
    /// The request body.
    pub body: Option<BodyPlan>,
    /// The documented answers, in the order in which they are looked up.
    pub cases: Vec<Case>,
    /// What a success is.
    pub success: Outcome,
    /// What a documented error is.
    pub failure: Outcome,
    /// The documented headers of its successes.
    pub headers: Vec<HeaderPlan>,
    /// How its result goes on, when it comes in pages.
    pub pages: Option<PagePlan>,
    /// Indexes of its tags in [`Api::tags`].
    pub tags: Vec<usize>,
}

/// Something that a call takes.
pub struct Argument {
    /// Its name in Rust.
    pub name: Ident,
    /// What it is.
    pub kind: ArgumentKind,
    /// Its type, without `Option`.
    pub ty: RustType,
    /// Whether it is an argument of the method rather than a setter of the call.
    pub positional: bool,
    /// Whether it must be given.
    pub required: bool,
}

/// What an argument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentKind {
    /// The parameter of this index in [`Operation::params`].
    Param(usize),
    /// The request body.
    Body,
}

/// A request body.
pub struct BodyPlan {
    /// The representations that the server takes; with several, the body is an enumeration of them.
    pub variants: Vec<BodyVariant>,
}

/// A representation of a request body.
pub struct BodyVariant {
    /// The variant, if there are several.
    pub name: Ident,
    /// Index in [`Body::contents`].
    pub content: usize,
    /// What is sent.
    pub entity: Entity,
}

/// What is sent as a body.
#[derive(Clone, Debug, PartialEq)]
pub enum Entity {
    /// A JSON document.
    Json(RustType),
    /// A form.
    Form(RustType),
    /// A multipart body made of the members of a struct.
    Multipart(TypeId),
    /// A multipart body that the caller puts together.
    Parts,
    /// Text.
    Text,
    /// Bytes, or a stream of them.
    Bytes,
}

/// The raw names of all operations: chosen, given, or made from method and path.
pub(super) fn method_names(api: &Api) -> Vec<String> {
    let name = |operation: &Operation| {
        let given = operation.rename.as_ref().or(operation.id.as_ref());
        given
            .cloned()
            .unwrap_or_else(|| operation_name(&operation.method, &operation.path))
    };
    api.operations.iter().map(name).collect()
}

/// Structs that are bodies of multipart requests and nothing else: their files are parts.
pub(super) fn multipart_bodies(api: &Api) -> BTreeSet<TypeId> {
    let mut bodies = BTreeSet::new();
    let mut others = BTreeSet::new();
    let mut note = |content: &Content, sent: bool| {
        let Some(Type::Named { id, .. }) = content.ty.as_ref().map(|ty| &ty.ty) else {
            return;
        };
        if sent && content.kind == ContentKind::Multipart {
            bodies.insert(*id)
        } else {
            others.insert(*id)
        };
    };
    for operation in &api.operations {
        operation
            .body
            .iter()
            .flat_map(|body| &body.contents)
            .for_each(|content| note(content, true));
        operation
            .responses
            .iter()
            .flat_map(|response| &response.contents)
            .for_each(|content| note(content, false));
    }
    for def in &api.types {
        crate::ir::each_use(&def.shape, &mut |ty| {
            let mut part = ty;
            while let Type::Array(inner) | Type::Map(inner) = &part.ty {
                part = inner;
            }
            if let Type::Named { id, .. } = part.ty {
                others.insert(id);
            }
        });
    }
    bodies.retain(|id| {
        let def = &api.types[id.index()];
        !others.contains(id) && !def.usage.received && matches!(def.shape, Shape::Struct(_))
    });
    bodies
}

pub(super) fn plan(plan: &mut Plan<'_>, methods: Vec<String>, owners: &BTreeMap<Owner, ModuleId>) {
    let names = Scope::new(CLIENT_METHODS).claim_all(&methods, NameCase::Method);
    let mut operations = Vec::new();
    for (index, (operation, name)) in plan.api.operations.iter().zip(names).enumerate() {
        let id = OperationId(index as u32);
        let Some(&module) = owners.get(&Owner::Operation(id)) else {
            continue;
        };
        let body = operation.body.as_ref().and_then(|body| body_plan(plan, body));
        let (success, failure, cases) = outcomes(plan, operation);
        let tags = operation
            .tags
            .iter()
            .filter_map(|tag| plan.api.tags.iter().position(|known| known.name == *tag));
        operations.push(OperationPlan {
            id,
            name,
            module,
            arguments: arguments(plan, operation, body.as_ref()),
            body,
            cases,
            success,
            failure,
            headers: super::headers::plan(plan, operation),
            pages: None,
            tags: tags.collect(),
        });
    }
    plan.operations = operations;
}

// Arguments.

fn arguments(plan: &Plan<'_>, operation: &Operation, body: Option<&BodyPlan>) -> Vec<Argument> {
    let params: Vec<usize> = (0..operation.params.len())
        .filter(|&index| {
            !matches!(operation.params[index].ty.ty, Type::Const(_)) || operation.params[index].ty.nullable
        })
        .collect();
    let schemes: Vec<&str> = plan.schemes.iter().map(Ident::as_str).collect();
    let mut reserved = vec![
        "setup", "send", "with", "pages", "items", "next_url", "call", "request", "clone",
    ];
    reserved.extend(schemes);
    let mut scope = Scope::new(&reserved);
    let raws: Vec<&str> = params
        .iter()
        .map(|&index| {
            let param = &operation.params[index];
            param.rename.as_deref().unwrap_or(&param.name)
        })
        .collect();
    let names = scope.claim_all(&raws, NameCase::Field);
    // The client makes a key by itself: who has one of his own sets it.
    let is_key = |param: &Param| {
        param.location == ParamLocation::Header && operation.idempotency_key.as_ref() == Some(&param.name)
    };
    let required = params.iter().filter(|&&index| {
        let param = &operation.params[index];
        param.required && param.location != ParamLocation::Path && !is_key(param)
    });
    let all_positional = required.count() <= MAX_POSITIONAL;
    let mut arguments: Vec<Argument> = params
        .iter()
        .zip(names)
        .map(|(&index, name)| {
            let param = &operation.params[index];
            Argument {
                name,
                kind: ArgumentKind::Param(index),
                ty: plan.plain_type(&param.ty),
                positional: param.location == ParamLocation::Path
                    || (param.required && all_positional && !is_key(param)),
                required: param.required && !is_key(param),
            }
        })
        .collect();
    if let Some(body) = body {
        let required = operation.body.as_ref().is_some_and(|body| body.required);
        arguments.push(Argument {
            name: scope.claim("body", NameCase::Field),
            kind: ArgumentKind::Body,
            ty: body_type(body),
            positional: required,
            required,
        });
    }
    // Arguments before setters, path parameters first: the order of the template.
    arguments.sort_by_key(|argument| {
        let path = match argument.kind {
            ArgumentKind::Param(index) => operation.params[index].location == ParamLocation::Path,
            ArgumentKind::Body => false,
        };
        (!argument.positional, !path)
    });
    arguments
}

/// The type of the body argument. With several representations it is the enumeration `Body` of the module, which the emitter names.
fn body_type(body: &BodyPlan) -> RustType {
    match body.variants.as_slice() {
        [only] => match &only.entity {
            Entity::Json(ty) | Entity::Form(ty) => ty.clone(),
            Entity::Multipart(id) => RustType::Named(*id),
            Entity::Parts => RustType::Runtime("Multipart"),
            Entity::Text => RustType::String,
            Entity::Bytes => RustType::Runtime("Body"),
        },
        _ => RustType::Runtime("Body"),
    }
}

fn body_plan(plan: &Plan<'_>, body: &Body) -> Option<BodyPlan> {
    let mut entities: Vec<(usize, Entity)> = Vec::new();
    for (index, content) in body.contents.iter().enumerate() {
        let entity = entity(plan, content);
        // `text/json` beside `application/json` says the same thing twice; XML beside JSON too.
        let json = entities.iter().any(|(_, known)| matches!(known, Entity::Json(_)));
        if entities
            .iter()
            .any(|(_, known)| *known == entity && matches!(known, Entity::Json(_)))
            || (json && is_markup(&content.media_type))
        {
            continue;
        }
        entities.push((index, entity));
    }
    let raws: Vec<String> = entities
        .iter()
        .map(|(index, _)| media_word(&body.contents[*index].media_type))
        .collect();
    let names = Scope::new(&[]).claim_all(&raws, NameCase::Variant);
    let variants: Vec<BodyVariant> = entities
        .into_iter()
        .zip(names)
        .map(|((content, entity), name)| BodyVariant { name, content, entity })
        .collect();
    (!variants.is_empty()).then_some(BodyPlan { variants })
}

fn entity(plan: &Plan<'_>, content: &Content) -> Entity {
    let ty = content.ty.as_ref();
    match content.kind {
        ContentKind::Json => Entity::Json(ty.map_or(RustType::Value, |ty| plan.rust_type(ty))),
        ContentKind::Form => Entity::Form(ty.map_or(RustType::Value, |ty| plan.rust_type(ty))),
        ContentKind::Multipart => match ty.map(|ty| &ty.ty) {
            Some(Type::Named { id, .. }) if matches!(plan.api.types[id.index()].shape, Shape::Struct(_)) => {
                Entity::Multipart(*id)
            }
            _ => Entity::Parts,
        },
        ContentKind::Text => Entity::Text,
        ContentKind::Binary | ContentKind::EventStream | ContentKind::JsonLines => Entity::Bytes,
    }
}
