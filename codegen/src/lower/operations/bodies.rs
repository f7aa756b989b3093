//! Request bodies, and the representations of bodies.

use crate::diag::{Hint, Problem};
use crate::ir::{
    Body, ComponentKind, Content, ContentKind, Docs, Encoding, InnerDocs, Owner, PathStep, Rest, Shape, Status,
    StringKind, Style, Type, TypePath, TypeRef,
};
use crate::lower::Lower;
use crate::lower::media::{content_kind, said_media};
use crate::lower::schema::{Inner, Way};
use crate::openapi::document::{self, MediaType};
use crate::openapi::schema::JsonType;
use crate::text::essence;
use crate::tree::NodeId;
use crate::tree::print::to_json;
use std::sync::Arc;

/// An operation may have this many media types in all its bodies: what becomes of each depends on the others.
pub(super) const MAX_MEDIA_TYPES: usize = 500;

/// Pairs of media types that take as long as one part of an operation.
const PAIRS: usize = 16;

impl Lower<'_, '_> {
    pub(super) fn body_of(&mut self, body: &document::RequestBody, owner: &Owner) -> Body {
        let base = self.base_of_body(body, owner);
        let contents = self.contents(&body.content, &base, &|media| PathStep::Request(media), false);
        // A quarter of real bodies does not say whether it is required. One with required properties is.
        let mut schemas = body.content.iter().filter_map(|media| media.schema);
        let implied = schemas.any(|schema| self.schemas.has_required(schema));
        if implied && body.required.is_none() {
            self.report(body.node, Problem::ImpliedRequired {});
        }
        if body.content.is_empty() && body.required == Some(true) {
            self.report(body.node, Problem::EmptyContent {});
        }
        Body {
            required: body.required.unwrap_or(implied),
            contents,
            docs: self.body_docs(body.description.as_deref(), &body.content),
            origin: self.origin(body.node),
        }
    }

    /// What holds the inline schemas of a request body.
    pub(super) fn base_of_body(&self, body: &document::RequestBody, owner: &Owner) -> TypePath {
        let base = TypePath::of(owner.clone());
        let holder = self.holder(body.node, &base, ComponentKind::RequestBody);
        holder.map_or(base, TypePath::of)
    }

    /// The representations of a body. Inline schemas are named after the media type unless that is JSON, so that another one beside
    /// it renames nothing.
    pub(super) fn contents(
        &mut self,
        media_types: &[MediaType],
        base: &TypePath,
        step: &dyn Fn(Option<String>) -> PathStep,
        received: bool,
    ) -> Vec<Content> {
        let mut out = Vec::new();
        let mut read: Vec<(NodeId, TypeRef)> = Vec::new();
        let media_types = self.first_of(media_types);
        let Some(json) = self.json_of(media_types) else {
            return out;
        };
        for media in media_types {
            let mut kind = content_kind(&media.name);
            let alike = match received {
                true => self.alike(&json, media),
                false => Vec::new(),
            };
            if says_nothing_new(&alike, media) {
                continue;
            }
            let name = alike
                .iter()
                .find(|other| said_media(&other.name).is_none())
                .unwrap_or(&media);
            let path = base.then(step(said_media(&name.name)));
            let schema = self.content_schema(media, kind);
            let is_alike = |(node, _): &&(NodeId, TypeRef)| {
                kind == ContentKind::Json && schema.is_some_and(|schema| self.schemas.tree().equal(*node, schema))
            };
            let mut ty = match read.iter().find(is_alike) {
                Some((_, ty)) => Some(ty.clone()),
                None => schema.map(|schema| self.use_schema(schema, path)),
            };
            if let (true, ContentKind::Json, Some(schema), Some(ty)) = (received, kind, schema, &ty) {
                read.push((schema, ty.clone()));
            }
            let is_named = matches!(ty.as_ref().map(|ty| &ty.ty), Some(Type::Named { .. }));
            match kind {
                ContentKind::Multipart if received || !is_named => self.raw_content(media),
                ContentKind::Multipart => self.untyped_parts(schema),
                ContentKind::Json if !received => self.repeated_content(&json, media),
                ContentKind::Json
                | ContentKind::Form
                | ContentKind::Text
                | ContentKind::Binary
                | ContentKind::EventStream
                | ContentKind::JsonLines => {}
            }
            if ty.as_ref().is_some_and(|ty| ty.ty == Type::String(StringKind::Binary)) {
                kind = ContentKind::Binary;
                ty = None;
            }
            if received && kind == ContentKind::Json {
                ty = ty.map(|ty| self.response(ty));
            }
            self.check_encodings(media, kind, received);
            let encodings = self.encodings(media, base);
            match (kind, &ty) {
                (ContentKind::Json, Some(ty)) => {
                    let way = if received { Way::Received } else { Way::Sent };
                    self.note_examples(&media.examples, ty, schema, way);
                }
                (ContentKind::Json, None) => self.leave_examples(&media.examples, "there is no schema"),
                _ => self.leave_examples(&media.examples, &format!("`{}` is not JSON", media.name)),
            }
            out.push(Content {
                media_type: media.name.to_string(),
                kind,
                ty,
                encodings,
                examples: self.examples(&media.examples),
                origin: self.origin(media.node),
            });
        }
        out
    }

    /// The media types that are JSON, each of which is compared with all. `None`: that is too much.
    fn json_of<'m>(&mut self, media_types: &'m [MediaType]) -> Option<Vec<&'m MediaType>> {
        let is_json = |media: &&MediaType| content_kind(&media.name) == ContentKind::Json;
        let json: Vec<&MediaType> = media_types.iter().filter(is_json).collect();
        let pairs = json.len() * media_types.len() / PAIRS;
        let has_room = |first: &MediaType| self.schemas.reader.take(first.node, pairs, 0);
        media_types.first().is_none_or(has_room).then_some(json)
    }

    /// The schema of the values that a body has; none for text and bytes.
    fn content_schema(&mut self, media: &MediaType, kind: ContentKind) -> Option<NodeId> {
        match kind {
            ContentKind::EventStream => {
                let event = self.item_schema(media);
                event.and_then(|event| self.event_data(event))
            }
            ContentKind::JsonLines => self.item_schema(media),
            ContentKind::Json | ContentKind::Form => media.schema.or(media.item_schema),
            // An item is one part of several, and not an object whose properties are parts.
            ContentKind::Multipart => media.schema,
            // What is not a document of values is text or bytes, whatever the schema calls it.
            ContentKind::Text | ContentKind::Binary => {
                self.raw_content(media);
                None
            }
        }
    }

    /// Reports the parts of a multipart body that nothing is said of: they are files (OpenAPI 3.1 section 4.8.15.1.1).
    fn untyped_parts(&mut self, schema: Option<NodeId>) {
        let Some(schema) = schema.and_then(|schema| self.schemas.unwrap(schema)) else {
            return;
        };
        for (name, property) in self.schemas.read(schema.node()).properties.clone() {
            let inner = self.schemas.unwrap(property).map_or(property, Inner::node);
            let part = self.schemas.read(inner);
            let is_list = self.schemas.kinds(inner).single() == Some(JsonType::Array);
            let is_untyped = match part.items {
                Some(items) if is_list => self.schemas.kinds(items).is_empty(),
                None if is_list => part.prefix_items.is_empty(),
                Some(_) | None => self.schemas.kinds(inner).is_empty(),
            };
            if is_untyped {
                let name = name.to_string();
                self.report(property, Problem::UntypedPart { name });
            }
        }
    }

    /// Reports JSON that an earlier media type, or the plain one, has the schema of.
    fn repeated_content(&mut self, json: &[&MediaType], media: &MediaType) {
        let alike = self.alike(json, media);
        let is_plain = |media: &MediaType| essence(&media.name) == "application/json";
        let index = |media: &MediaType| json.iter().position(|one| one.node == media.node);
        let sent = alike.into_iter().min_by_key(|other| (!is_plain(other), index(other)));
        if let Some(other) = sent
            && (!is_plain(media), index(media)) > (!is_plain(other), index(other))
        {
            let (media_type, other) = (media.name.to_string(), other.name.to_string());
            self.report(media.node, Problem::RepeatedContent { media_type, other });
        }
    }

    /// Reports what encodings say that has no effect: of properties that there are not, and for media types without it.
    fn check_encodings(&mut self, media: &MediaType, kind: ContentKind, received: bool) {
        let tree = self.schemas.tree();
        let names = media.schema.and_then(|schema| self.schemas.property_names(schema));
        for (property, encoding) in &media.encoding {
            let has_property = names.as_ref().is_none_or(|names| names.contains(property));
            let idle: &[&'static str] = match kind {
                ContentKind::Multipart if !received && has_styles(&media.name) => &[],
                ContentKind::Multipart if !received => &["style", "explode", "allowReserved"],
                ContentKind::Form => &["headers"],
                // The parts of a response say themselves what they are.
                ContentKind::Multipart
                | ContentKind::Json
                | ContentKind::Text
                | ContentKind::Binary
                | ContentKind::EventStream
                | ContentKind::JsonLines => {
                    let media_type = media.name.to_string();
                    let keyword = "encoding";
                    self.report_key(media.node, keyword, Problem::IdleEncoding { keyword, media_type });
                    return;
                }
            };
            if !has_property {
                let known = names.iter().flatten().map(|name| &**name);
                let hint = Hint::new(property, known);
                let property = property.to_string();
                self.report(encoding.node, Problem::StrayEncoding { property, hint });
                continue;
            }
            let style = ["style", "explode", "allowReserved"].into_iter();
            let mut style =
                style.filter(|keyword| !idle.contains(keyword) && tree.get(encoding.node, keyword).is_some());
            if let (Some(_), Some(keyword)) = (&encoding.content_type, style.next()) {
                self.report_key(encoding.node, "contentType", Problem::StyledContentType { keyword });
            }
            for &keyword in idle.iter().filter(|keyword| tree.get(encoding.node, keyword).is_some()) {
                let media_type = media.name.to_string();
                self.report_key(encoding.node, keyword, Problem::IdleEncoding { keyword, media_type });
            }
        }
    }

    /// What is said of a body, and by schemas that have no type of their own to say it.
    pub(super) fn body_docs(&mut self, own: Option<&str>, content: &[MediaType]) -> Docs {
        let mut docs = Docs {
            description: own.map(str::to_owned).filter(|text| !text.trim().is_empty()),
            ..Docs::default()
        };
        for media in content {
            let Some(schema) = media.schema.or(media.item_schema) else {
                continue;
            };
            let said = match content_kind(&media.name) {
                // No type says what the schema does, whether it has a name or not.
                ContentKind::Text | ContentKind::Binary => self.raw_docs(schema),
                ContentKind::Json
                | ContentKind::Form
                | ContentKind::Multipart
                | ContentKind::EventStream
                | ContentKind::JsonLines => self.value_docs(schema),
            };
            let is_known = |inner: &InnerDocs| inner.docs == said;
            let repeats = said.description == docs.description && said.title.is_none();
            if !said.is_empty() && !docs.inner.iter().any(is_known) && !repeats {
                docs.inner.push(InnerDocs::of_whole(said));
            }
        }
        docs
    }

    /// Says that the schema of text or bytes is not read, unless it is a string too.
    fn raw_content(&mut self, media: &MediaType) {
        let Some(schema) = media.schema.or(media.item_schema) else {
            return;
        };
        let kinds = self.schemas.kinds(schema);
        let is_other = !kinds.is_empty() && !kinds.has(JsonType::String);
        if is_other || self.schemas.has_rules(schema) {
            let problem = Problem::RawContent {
                media_type: media.name.to_string(),
                schema: to_json(self.schemas.tree(), schema),
            };
            self.report(media.node, problem);
        }
    }

    /// As many media types as an operation may still have.
    fn first_of<'m>(&mut self, media_types: &'m [MediaType]) -> &'m [MediaType] {
        let (first, rest) = media_types.split_at(media_types.len().min(self.media_left));
        self.media_left -= first.len();
        if let Some(next) = rest.first() {
            let (what, limit) = ("media types of bodies", MAX_MEDIA_TYPES);
            self.report(next.node, Problem::WideOperation { what, limit });
        }
        first
    }

    /// The others of the media types of JSON that have the same schema. Text is among them if its schema is not a string: it can only be
    /// JSON.
    fn alike<'m>(&mut self, json: &[&'m MediaType], media: &MediaType) -> Vec<&'m MediaType> {
        let Some(schema) = media.schema else {
            return Vec::new();
        };
        let is_json = match content_kind(&media.name) {
            ContentKind::Json => true,
            ContentKind::Text => {
                let kinds = self.schemas.kinds(schema);
                is_plain_text(&media.name) && !kinds.is_empty() && !kinds.has(JsonType::String)
            }
            ContentKind::Form
            | ContentKind::Multipart
            | ContentKind::EventStream
            | ContentKind::JsonLines
            | ContentKind::Binary => false,
        };
        let tree = self.schemas.tree();
        let is_alike = |other: &&MediaType| {
            is_json && other.name != media.name && other.schema.is_some_and(|other| tree.equal(schema, other))
        };
        json.iter().copied().filter(is_alike).collect()
    }

    /// A response that is declared as an object without properties holds what the document does not say: any value.
    fn response(&self, ty: TypeRef) -> TypeRef {
        let any = TypeRef::new(Type::Any);
        match &ty.ty {
            Type::Map(values) if **values == any && ty.checks.is_empty() => any,
            Type::Named { id, .. } => match self.api.types.get(*id).map(|def| &def.shape) {
                Some(Shape::Struct(object)) if object.fields.is_empty() && object.rest == Rest::Ignored => any,
                _ => ty,
            },
            _ => ty,
        }
    }

    fn encodings(&mut self, media: &MediaType, base: &TypePath) -> Vec<Encoding> {
        let encodings = media.encoding.iter().map(|(property, encoding)| {
            let encoding = self.encoding(property, encoding, base);
            let style = encoding.style.filter(|_| has_styles(&media.name));
            Encoding { style, ..encoding }
        });
        encodings.collect()
    }

    fn encoding(&mut self, property: &Arc<str>, encoding: &document::Encoding, base: &TypePath) -> Encoding {
        let headers = encoding
            .headers
            .iter()
            .map(|header| self.header(header, Status::Default, base));
        let headers = headers.collect();
        let styled = encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved.is_some();
        let style = super::parameters::style_word(encoding.style.as_deref()).unwrap_or(Style::Form);
        let explode = encoding.explode.unwrap_or(matches!(style, Style::Form));
        Encoding {
            property: property.to_string(),
            content_type: encoding.content_type.as_deref().map(str::to_owned),
            style: styled.then(|| (style, explode, encoding.allow_reserved.unwrap_or(false))),
            headers,
        }
    }
}

/// Whether a media type is another word for one that is documented beside it: ASP.NET documents `text/plain` and `text/json` with
/// everything that is JSON.
fn says_nothing_new(alike: &[&MediaType], media: &MediaType) -> bool {
    let is_text = |media: &MediaType| is_plain_text(&media.name) || essence(&media.name) == "text/json";
    is_text(media) && alike.iter().any(|other| !is_text(other))
}

/// Whether the style of an encoding counts (OpenAPI 3.1.1 section 4.8.15.1.2). A range of multipart types is sent as form data.
fn has_styles(media_type: &str) -> bool {
    matches!(
        essence(media_type).as_str(),
        "application/x-www-form-urlencoded" | "multipart/form-data" | "multipart/*"
    )
}

fn is_plain_text(media_type: &str) -> bool {
    essence(media_type) == "text/plain"
}
