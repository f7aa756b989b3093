//! Rust types of other crates that replace schemas: by the settings, or by `x-rust-type`.
//!
//! What the document says is data: its type is one of the standard library that can be read and written, or of a crate that the
//! settings list under `dependencies`.

use crate::config::RustPath;
use crate::diag::Problem;
use crate::ir::{Type, TypeRef};
use crate::lower::Lower;
use crate::openapi::schema::JsonType;
use crate::tree::NodeId;

impl Lower<'_, '_> {
    /// The type that replaces a schema, if there is one.
    pub(in crate::lower) fn replacement(&mut self, node: NodeId) -> Option<TypeRef> {
        let declared = self.declared_replacement(node).or_else(|| self.extension(node));
        let path = declared.or_else(|| self.replacement_of_format(node))?;
        Some(TypeRef::new(Type::Foreign(path.parts().into())))
    }

    fn declared_replacement(&self, node: NodeId) -> Option<RustPath> {
        let types = &self.config.types;
        if types.is_empty() {
            return None;
        }
        let by_name = self.component_name(node).and_then(|name| types.get(&name));
        let declared = by_name.or_else(|| types.get(&self.schemas.tree().pointer(node)));
        declared.map(|declared| declared.value.clone())
    }

    /// The type of a `format`: for strings and numbers that are not listed one by one.
    fn replacement_of_format(&mut self, node: NodeId) -> Option<RustPath> {
        let formats = &self.config.types_of_formats;
        if formats.is_empty() {
            return None;
        }
        let schema = self.schemas.read(node);
        let path = formats.get(schema.format.as_deref()?)?;
        let structured = [JsonType::Array, JsonType::Object, JsonType::Boolean];
        let is_scalar = !structured.iter().any(|&kind| schema.types.has(kind));
        let refers = schema.reference.is_some() || !(schema.all_of.is_empty() && schema.any_of.is_empty());
        let is_plain = schema.values.is_none() && schema.constant.is_none() && schema.one_of.is_empty() && !refers;
        (is_scalar && is_plain).then(|| path.value.clone())
    }

    fn extension(&mut self, node: NodeId) -> Option<RustPath> {
        let tree = self.schemas.tree();
        let written = tree.get(node, "x-rust-type")?;
        let text = self.schemas.read(node).extensions.rust_type.clone()?;
        let path = RustPath::new(&text);
        let dependencies = &self.config.dependencies;
        let listed = |path: &RustPath| {
            is_library_type(path) || dependencies.keys().any(|name| name.replace('-', "_") == path.krate())
        };
        match path.filter(listed) {
            Some(path) => Some(path),
            None => {
                let ty = text.to_string();
                self.report(written, Problem::UnlistedType { ty });
                None
            }
        }
    }
}

/// Whether a path is a type of the standard library that is read from JSON and written to it without arguments.
fn is_library_type(path: &RustPath) -> bool {
    const TYPES: &[&str] = &[
        "std::ffi::CString",
        "std::ffi::OsString",
        "std::net::IpAddr",
        "std::net::Ipv4Addr",
        "std::net::Ipv6Addr",
        "std::net::SocketAddr",
        "std::net::SocketAddrV4",
        "std::net::SocketAddrV6",
        "std::num::NonZeroI32",
        "std::num::NonZeroI64",
        "std::num::NonZeroU32",
        "std::num::NonZeroU64",
        "std::path::PathBuf",
        "std::string::String",
        "std::time::Duration",
        "std::time::SystemTime",
    ];
    TYPES.contains(&path.parts().join("::").as_str())
}
