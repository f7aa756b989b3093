//! Responses and their headers.

use crate::diag::{Hint, Problem};
use crate::ir::{
    ComponentKind, ContentKind, Docs, Header, InnerDocs, Owner, PathStep, Response, Status, StringKind, Type, TypePath,
    TypeRef,
};
use crate::lower::Lower;
use crate::lower::media::content_kind;
use crate::lower::path::read_status;
use crate::lower::schema::Way;
use crate::openapi::document::{self, MediaType};
use crate::openapi::schema::JsonType;
use crate::text::essence;
use std::borrow::Cow;

impl Lower<'_, '_> {
    pub(super) fn responses(&mut self, operation: &document::Operation, owner: &Owner) -> Vec<Response> {
        let mut out: Vec<Response> = Vec::new();
        for (key, response) in &operation.responses {
            let status = read_status(key);
            if out.iter().any(|known| known.status == status) {
                self.unknown_status(operation, key);
                continue;
            }
            if status == Status::Default && !key.eq_ignore_ascii_case("default") {
                self.unknown_status(operation, key);
            }
            let own = TypePath::of(owner.clone());
            if operation.method == "HEAD" && !response.content.is_empty() {
                let content = self.schemas.tree().get(response.node, "content");
                self.report(content.unwrap_or(response.node), Problem::HeadContent {});
            }
            let holder = self.holder(response.node, &own, ComponentKind::Response);
            let (own, base) = holder.map_or((true, own), |holder| (false, TypePath::of(holder)));
            let step =
                move |media: Option<String>| PathStep::Response(if own { status } else { Status::Default }, media);
            let content = self.in_json(operation, status, &response.content);
            let contents = self.contents(&content, &base, &step, true);
            out.push(Response {
                status,
                docs: self.body_docs(response.description.as_deref(), &content),
                headers: response
                    .headers
                    .iter()
                    .map(|header| self.header(header, status, &base))
                    .collect(),
                contents,
                origin: self.origin(response.node),
            });
        }
        // Codes before ranges before `default`: the order in which a response is looked up.
        out.sort_by_key(|response| response.status);
        out
    }

    /// The content of a response. A failure whose media type is that of the success, a file or a stream, is JSON if its schema says
    /// an object or an array: what documents are made of has one list of media types for all responses of an operation
    /// (`produces` of Swagger 2.0).
    fn in_json<'m>(
        &mut self,
        operation: &document::Operation,
        status: Status,
        content: &'m [MediaType],
    ) -> Cow<'m, [MediaType]> {
        let succeeds = |key: &str| read_status(key).is_success();
        let failed = !succeeds_or_redirects(status) && operation.responses.iter().any(|(key, _)| succeeds(key));
        let is_json = |media: &MediaType| content_kind(&media.name) == ContentKind::Json;
        if !failed || content.iter().any(is_json) {
            return Cow::Borrowed(content);
        }
        let mut content = Cow::Borrowed(content);
        let index = content
            .iter()
            .position(|media| self.is_composed(media) && !speaks(&media.name));
        if let Some(media) = index.and_then(|index| content.to_mut().get_mut(index)) {
            let media_type = media.name.to_string();
            media.name = "application/json".into();
            self.report(media.node, Problem::AssumedJson { media_type });
        }
        content
    }

    fn is_composed(&mut self, media: &MediaType) -> bool {
        let kinds = media.schema.map(|schema| self.schemas.kinds(schema));
        let single = kinds.and_then(|kinds| kinds.single());
        matches!(single, Some(JsonType::Object | JsonType::Array))
    }

    fn unknown_status(&mut self, operation: &document::Operation, key: &str) {
        let tree = self.schemas.tree();
        let responses = tree.get(operation.node, "responses").unwrap_or(operation.node);
        let location = tree.key_location(responses, key);
        let (key, hint) = (key.to_owned(), meant_status(key));
        self.schemas
            .reader
            .diags
            .push(Problem::UnknownStatus { key, hint }, location);
    }

    pub(super) fn header(&mut self, header: &document::Parameter, status: Status, base: &TypePath) -> Header {
        if header.name.eq_ignore_ascii_case("content-type") {
            let name = header.name.to_string();
            self.report(header.place, Problem::IgnoredHeader { name });
        }
        let path = match self.holder(header.node, base, ComponentKind::Header) {
            Some(holder) => TypePath::of(holder),
            None => base.then(PathStep::Header(status, header.name.to_string())),
        };
        let schema = header
            .schema
            .or_else(|| header.content.as_ref().and_then(|content| content.schema));
        self.untyped_parameter(header, schema);
        let ty = schema.map_or_else(
            || TypeRef::new(Type::String(StringKind::Text)),
            |schema| self.use_schema(schema, path),
        );
        self.note_examples(&super::examples::of_parameter(header), &ty, schema, Way::Received);
        self.leave_wire_examples(header);
        let mut docs = self.described_docs(header.description.as_deref(), schema);
        let default = schema.and_then(|schema| self.schemas.read(schema).default);
        docs.inner.extend(default.map(|default| InnerDocs {
            default: Some(self.json(default)),
            ..InnerDocs::of_whole(Docs::default())
        }));
        Header {
            name: header.name.to_string(),
            required: header.required,
            ty,
            explode: header.explode.unwrap_or(false),
            json: header
                .content
                .as_ref()
                .is_some_and(|content| content_kind(&content.name) == ContentKind::Json),
            docs: Docs {
                deprecated: header.deprecated || docs.deprecated,
                examples: Vec::new(),
                ..docs
            },
            origin: self.origin(header.place),
        }
    }
}

/// What a key was probably meant to be that is not a status code: one with letters that look like digits, or with words behind it.
fn meant_status(key: &str) -> Hint {
    let as_digit = |char| match char {
        'O' | 'o' => '0',
        'I' | 'l' => '1',
        other => other,
    };
    let mut chars = key.trim().chars().map(as_digit);
    let code: String = chars.by_ref().take(3).collect();
    let is_code = code.len() == 3 && code.starts_with(['1', '2', '3', '4', '5']) && code.parse::<u16>().is_ok();
    match is_code && !chars.next().is_some_and(char::is_alphanumeric) {
        true => Hint::from(code),
        false => Hint::new(key, ["default"]),
    }
}

fn succeeds_or_redirects(status: Status) -> bool {
    status.is_success() || matches!(status, Status::Code(100..=399) | Status::Range(1 | 3))
}

/// Whether a media type can say what an object is: XML can, and text may be anything that a server says of a failure.
fn speaks(media_type: &str) -> bool {
    match content_kind(media_type) {
        ContentKind::Json | ContentKind::Form => true,
        ContentKind::Text => !matches!(essence(media_type).as_str(), "text/csv" | "text/tab-separated-values"),
        ContentKind::Multipart | ContentKind::EventStream | ContentKind::JsonLines | ContentKind::Binary => false,
    }
}

#[cfg(test)]
mod tests {
    use super::meant_status;

    #[test]
    fn what_looks_like_a_status_code_is_meant() {
        for (key, meant) in [
            ("20O", Some("200")),
            ("4o4", Some("404")),
            ("200 OK", Some("200")),
            ("201, created", Some("201")),
            ("defualt", Some("default")),
            ("2000", None),
            ("ok", None),
            ("900", None),
            ("+20", None),
            ("", None),
        ] {
            assert_eq!(meant_status(key).name(), meant, "{key}");
        }
    }
}
