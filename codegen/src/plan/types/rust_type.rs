//! Which Rust type is used for which type of the IR.

use super::{ShapePlan, Types};
use crate::ir::{FloatKind, IntegerKind, StringKind, Type, TypeId, TypeRef};
use crate::plan::names::{Item, ModuleId};
use std::sync::Arc;

/// A Rust type, spelled by the emitters for the module they print.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RustType {
    /// Any JSON value.
    Value,
    /// `()`: only `null`.
    Unit,
    /// `bool`.
    Bool,
    /// An integer type.
    Integer(&'static str),
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `String`.
    String,
    /// `Bytes`, of the crate of that name.
    Bytes,
    /// A public type of the runtime, such as `DateTime`.
    Runtime(&'static str),
    /// A stream of values that the runtime reads: `EventStream<T>` or `JsonLines<T>`.
    Stream(&'static str, Box<RustType>),
    /// `Vec<T>`.
    Vec(Box<RustType>),
    /// `BTreeMap<String, T>`.
    Map(Box<RustType>),
    /// `Option<T>`.
    Option(Box<RustType>),
    /// `Field<T>`: absent, null or a value.
    Field(Box<RustType>),
    /// `Box<T>`.
    Box(Box<RustType>),
    /// A generated type.
    Named(TypeId),
    /// An item of the module of an operation.
    Item(ModuleId, Item),
    /// A type of another crate, by the names of its path.
    Foreign(Arc<[String]>),
}

impl RustType {
    /// The type of a use, `Option` included where it can be null.
    pub fn of(ty: &TypeRef) -> RustType {
        let plain = RustType::plain(ty);
        // A JSON value and a constant can hold null by themselves.
        if ty.nullable && plain != RustType::Value {
            plain.optional()
        } else {
            plain
        }
    }

    /// The type of a use as if it were never null.
    pub fn plain(ty: &TypeRef) -> RustType {
        match &ty.ty {
            Type::Any | Type::Const(_) => RustType::Value,
            Type::Foreign(path) => RustType::Foreign(Arc::clone(path)),
            Type::Null => RustType::Unit,
            Type::Bool => RustType::Bool,
            Type::Integer(kind) => integer(*kind),
            Type::Number(FloatKind::F32) => RustType::F32,
            Type::Number(FloatKind::F64) => RustType::F64,
            Type::String(kind) => string(*kind),
            Type::Array(item) => RustType::Vec(Box::new(RustType::of(item))),
            Type::Map(value) => RustType::Map(Box::new(RustType::of(value))),
            Type::Named { id, boxed } => {
                let named = RustType::Named(*id);
                if *boxed { RustType::Box(Box::new(named)) } else { named }
            }
        }
    }

    /// Whether it is a type of the runtime for integers that are moments.
    pub fn is_moment(&self) -> bool {
        matches!(self, RustType::Runtime("UnixTime" | "UnixMillis"))
    }

    /// `Option` of this, unless it is one already.
    #[must_use]
    pub fn optional(self) -> RustType {
        match self {
            RustType::Option(_) => self,
            other => RustType::Option(Box::new(other)),
        }
    }
}

impl Types<'_> {
    /// Whether a type is an integer or made of integers: these are read so that `1.0` is one (JSON Schema Core section 4.2.3).
    pub fn is_integer(&self, ty: &RustType) -> bool {
        match ty {
            RustType::Integer(_) => true,
            RustType::Runtime(_) => ty.is_moment(),
            RustType::Vec(inner)
            | RustType::Map(inner)
            | RustType::Option(inner)
            | RustType::Field(inner)
            | RustType::Box(inner) => self.is_integer(inner),
            RustType::Named(id) => self.alias(*id).is_some_and(|target| self.is_integer(target)),
            RustType::Value
            | RustType::Unit
            | RustType::Bool
            | RustType::F32
            | RustType::F64
            | RustType::String
            | RustType::Foreign(_)
            | RustType::Bytes
            | RustType::Stream(..)
            | RustType::Item(..) => false,
        }
    }

    fn alias(&self, id: TypeId) -> Option<&RustType> {
        match &self.get(id)?.shape {
            ShapePlan::Alias(target) => Some(target),
            ShapePlan::Struct(_)
            | ShapePlan::Enum(_)
            | ShapePlan::Union(_)
            | ShapePlan::Newtype(_)
            | ShapePlan::Tuple(_) => None,
        }
    }

    /// Whether values of a type are copied: scalars.
    pub fn is_copy(&self, ty: &RustType) -> bool {
        match ty {
            RustType::Unit | RustType::Bool | RustType::Integer(_) | RustType::F32 | RustType::F64 => true,
            RustType::Runtime(_) => ty.is_moment(),
            RustType::Option(inner) | RustType::Field(inner) => self.is_copy(inner),
            RustType::Named(id) => match self.get(*id).map(|ty| &ty.shape) {
                Some(ShapePlan::Alias(target)) => self.is_copy(target),
                Some(
                    ShapePlan::Struct(_)
                    | ShapePlan::Enum(_)
                    | ShapePlan::Union(_)
                    | ShapePlan::Newtype(_)
                    | ShapePlan::Tuple(_),
                )
                | None => false,
            },
            RustType::Value
            | RustType::String
            | RustType::Foreign(_)
            | RustType::Bytes
            | RustType::Stream(..)
            | RustType::Item(..)
            | RustType::Vec(_)
            | RustType::Map(_)
            | RustType::Box(_) => false,
        }
    }

    /// What a type means after all aliases.
    pub fn unaliased<'t>(&'t self, ty: &'t RustType) -> &'t RustType {
        let mut current = ty;
        // A pass has broken cycles of aliases; the bound only guards the loop.
        for _ in 0..256 {
            match current {
                RustType::Named(id) => match self.alias(*id) {
                    Some(target) => current = target,
                    None => break,
                },
                _ => break,
            }
        }
        current
    }

    /// A type without its boxes and aliases, so that types which are the same can be told.
    pub fn canonical(&self, ty: &RustType) -> RustType {
        let inner = |inner: &RustType| Box::new(self.canonical(inner));
        match self.unaliased(ty) {
            RustType::Box(boxed) => self.canonical(boxed),
            RustType::Vec(item) => RustType::Vec(inner(item)),
            RustType::Map(value) => RustType::Map(inner(value)),
            RustType::Option(value) => RustType::Option(inner(value)),
            RustType::Field(value) => RustType::Field(inner(value)),
            plain => plain.clone(),
        }
    }
}

fn integer(kind: IntegerKind) -> RustType {
    match kind {
        IntegerKind::I32 => RustType::Integer("i32"),
        IntegerKind::I64 => RustType::Integer("i64"),
        IntegerKind::U32 => RustType::Integer("u32"),
        IntegerKind::U64 => RustType::Integer("u64"),
        IntegerKind::I128 => RustType::Integer("i128"),
        IntegerKind::UnixTime => RustType::Runtime("UnixTime"),
        IntegerKind::UnixMillis => RustType::Runtime("UnixMillis"),
    }
}

fn string(kind: StringKind) -> RustType {
    match kind {
        StringKind::Text | StringKind::Binary => RustType::String,
        StringKind::Secret => RustType::Runtime("Secret"),
        StringKind::DateTime => RustType::Runtime("DateTime"),
        StringKind::Date => RustType::Runtime("Date"),
        StringKind::Time => RustType::Runtime("Time"),
        StringKind::Duration => RustType::Runtime("Duration"),
        StringKind::Uuid => RustType::Runtime("Uuid"),
        StringKind::Base64 => RustType::Runtime("Base64"),
    }
}
