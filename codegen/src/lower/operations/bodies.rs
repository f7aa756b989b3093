//! Request bodies, and the representations of bodies.

use crate::ir::{
    Body, ComponentKind, Content, ContentKind, Docs, Encoding, Owner, PathStep, Rest, Shape, Status, StringKind, Style,
    Type, TypePath, TypeRef,
};
use crate::lower::Lower;
use crate::lower::media::{content_kind, said_media};
use crate::lower::schema::Way;
use crate::openapi::document::{self, MediaType};
use std::sync::Arc;

impl Lower<'_, '_> {
    pub(super) fn body_of(&mut self, body: &document::RequestBody, owner: &Owner) -> Body {
        let base = self.base_of_body(body, owner);
        let contents = self.contents(&body.content, &base, &|media| PathStep::Request(media), false);
        // A quarter of real bodies does not say whether it is required. One with required properties is.
        let mut schemas = body.content.iter().filter_map(|media| media.schema);
        let implied = schemas.any(|schema| self.schemas.has_required(schema));
        Body {
            required: body.required.unwrap_or(implied),
            contents,
            docs: Docs {
                description: body.description.clone(),
                ..Docs::default()
            },
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
        for media in media_types {
            let mut kind = content_kind(&media.name);
            let path = base.then(step(said_media(&media.name)));
            let schema = match kind {
                ContentKind::EventStream | ContentKind::JsonLines => media.item_schema.or(media.schema),
                ContentKind::Json | ContentKind::Form | ContentKind::Multipart => media.schema.or(media.item_schema),
                // What is not a document of values is text or bytes, whatever the schema calls it.
                ContentKind::Text | ContentKind::Binary => None,
            };
            let mut ty = schema.map(|schema| self.use_schema(schema, path));
            if ty.as_ref().is_some_and(|ty| ty.ty == Type::String(StringKind::Binary)) {
                kind = ContentKind::Binary;
                ty = None;
            }
            if received && kind == ContentKind::Json {
                ty = ty.map(|ty| self.response(ty));
            }
            let encodings = media
                .encoding
                .iter()
                .map(|(property, encoding)| self.encoding(property, encoding, base));
            let encodings = encodings.collect();
            if let (ContentKind::Json, Some(ty)) = (kind, &ty) {
                let way = if received { Way::Received } else { Way::Sent };
                self.note_examples(&media.examples, ty, schema, way);
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
