//! Parameters: where they go, how they are written, and which of them are credentials.

use crate::diag::Problem;
use crate::ir::{
    ComponentKind, Docs, Json, Origin, Owner, Param, ParamEncoding, ParamLocation, PathStep, Requirement, StringKind,
    Style, Type, TypePath, TypeRef,
};
use crate::lower::Lower;
use crate::lower::path::read_location;
use crate::lower::schema::Way;
use crate::openapi::document::{Operation, Parameter};
use crate::text::is_field_name;
use crate::tree::NodeId;

impl Lower<'_, '_> {
    /// The parameters of an operation. Credentials move to its security; `Accept` and `Content-Type` are the client's own business
    /// (OpenAPI 3.1 section 4.8.12.2.1).
    pub(in crate::lower) fn parameters(
        &mut self,
        operation: &Operation,
        owner: &Owner,
        security: &mut Vec<Requirement>,
    ) -> Vec<Param> {
        let mut out = Vec::new();
        for parameter in &operation.parameters {
            let header = &*parameter.location == "header";
            let name = parameter.name.to_ascii_lowercase();
            if header && matches!(name.as_str(), "accept" | "content-type") {
                let name = parameter.name.to_string();
                self.report(parameter.place, Problem::IgnoredHeader { name });
                continue;
            }
            if header && !is_field_name(&name) {
                let name = parameter.name.to_string();
                self.report(parameter.place, Problem::HeaderName { name });
                continue;
            }
            if header && self.config.credentials.matches(&name) {
                self.untyped_parameter(parameter, parameter.schema);
                self.credential_parameter(parameter, security);
                continue;
            }
            out.push(self.parameter(parameter, owner));
        }
        out
    }

    fn parameter(&mut self, parameter: &Parameter, owner: &Owner) -> Param {
        let location = read_location(&parameter.location);
        let base = TypePath::of(owner.clone());
        let path = match self.holder(parameter.node, &base, ComponentKind::Parameter) {
            Some(holder) => TypePath::of(holder),
            None => base.then(PathStep::Parameter(location, parameter.name.to_string())),
        };
        let encoding = self.parameter_encoding(parameter, location);
        let schema = parameter
            .schema
            .or_else(|| parameter.content.as_ref().and_then(|content| content.schema));
        let default = schema.and_then(|schema| self.schemas.read(schema).default);
        let default = default.map(|default| self.json(default));
        self.untyped_parameter(parameter, schema);
        let ty = schema.map_or_else(
            || TypeRef::new(Type::String(StringKind::Text)),
            |schema| self.use_schema(schema, path),
        );
        self.note_examples(&super::examples::of_parameter(parameter), &ty, schema, Way::Sent);
        self.leave_wire_examples(parameter);
        let docs = self.described_docs(parameter.description.as_deref(), schema);
        let own = self.examples(&parameter.examples);
        let examples = if own.is_empty() { docs.examples } else { own };
        let origin = self.origin(parameter.node);
        let rename = self
            .config
            .rename
            .fields
            .get(&*origin.pointer)
            .map(|located| located.value.clone());
        Param {
            name: parameter.name.to_string(),
            location,
            required: parameter.required || location == ParamLocation::Path,
            ty,
            encoding,
            allow_empty: parameter.allow_empty,
            default: default.filter(|default| *default != Json::Null),
            docs: Docs {
                deprecated: parameter.deprecated || docs.deprecated,
                examples,
                ..docs
            },
            origin,
            rename: rename.or_else(|| parameter.rust_name.clone()),
        }
    }

    /// Says that nothing is said of a parameter's or a header's type.
    pub(super) fn untyped_parameter(&mut self, parameter: &Parameter, schema: Option<NodeId>) {
        if schema.is_none_or(|schema| self.schemas.kinds(schema).is_empty()) {
            let name = parameter.name.to_string();
            self.report(parameter.node, Problem::UntypedParameter { name });
        }
    }

    fn parameter_encoding(&mut self, parameter: &Parameter, location: ParamLocation) -> ParamEncoding {
        if let Some(content) = &parameter.content {
            return ParamEncoding::Content(content.name.to_string());
        }
        if location == ParamLocation::QueryString {
            return ParamEncoding::Content("application/x-www-form-urlencoded".to_owned());
        }
        let default = match location {
            ParamLocation::Path | ParamLocation::Header => Style::Simple,
            ParamLocation::Query | ParamLocation::QueryString | ParamLocation::Cookie => Style::Form,
        };
        let mut style = default;
        if let Some(word) = parameter.style.as_deref() {
            match style_word(Some(word)).filter(|&style| fits(style, location)) {
                Some(known) => style = known,
                None => {
                    let problem = Problem::UnusableStyle {
                        style: word.to_owned(),
                        location: parameter.location.to_string(),
                    };
                    self.report(parameter.node, problem);
                }
            }
        }
        let explode = match style {
            // Only exploded is defined, and for objects only; documents that say otherwise mean this all the same.
            Style::DeepObject => true,
            Style::Form | Style::Cookie => parameter.explode.unwrap_or(true),
            Style::Matrix | Style::Label | Style::Simple | Style::SpaceDelimited | Style::PipeDelimited => {
                parameter.explode.unwrap_or(false)
            }
        };
        ParamEncoding::Style {
            style,
            explode,
            allow_reserved: parameter.allow_reserved,
        }
    }
}

/// A name of the path template that nobody declares: a string.
pub(in crate::lower) fn undeclared(name: &str, origin: Origin) -> Param {
    Param {
        name: name.to_owned(),
        location: ParamLocation::Path,
        required: true,
        ty: TypeRef::new(Type::String(StringKind::Text)),
        encoding: ParamEncoding::Style {
            style: Style::Simple,
            explode: false,
            allow_reserved: false,
        },
        allow_empty: false,
        default: None,
        docs: Docs::default(),
        origin,
        rename: None,
    }
}

/// The style that a word names.
pub(in crate::lower) fn style_word(word: Option<&str>) -> Option<Style> {
    Some(match word? {
        "matrix" => Style::Matrix,
        "label" => Style::Label,
        "simple" => Style::Simple,
        "form" => Style::Form,
        "cookie" => Style::Cookie,
        "spaceDelimited" => Style::SpaceDelimited,
        "pipeDelimited" => Style::PipeDelimited,
        "deepObject" => Style::DeepObject,
        _ => return None,
    })
}

/// Which styles a place admits (OpenAPI 3.1 section 4.8.12.2.3).
fn fits(style: Style, location: ParamLocation) -> bool {
    match location {
        ParamLocation::Path => matches!(style, Style::Matrix | Style::Label | Style::Simple),
        ParamLocation::Query => {
            matches!(
                style,
                Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject
            )
        }
        ParamLocation::QueryString => false,
        ParamLocation::Header => style == Style::Simple,
        ParamLocation::Cookie => matches!(style, Style::Form | Style::Cookie),
    }
}
