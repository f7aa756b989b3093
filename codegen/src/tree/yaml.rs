//! YAML 1.2 with its core schema (section 10.3) into a [`Tree`].
//!
//! `granit-parser` gives the events; which scalars are booleans, numbers and null is decided here, because the
//! common readers still take `NO`, `on` and `y` for booleans, as YAML 1.1 did.

use super::build::{Builder, Expects, Halt, Names, Part};
use super::scalar::{self, Resolved};
use super::{NodeId, Tree, Value, yaml_faults};
use crate::diag::{Advice, Diagnostics, Problem};
use crate::source::Span;
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, StructureStyle, Tag};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads the first document of a YAML stream. `None` if it is broken or empty: then `diags` says why, and the tree
/// is as before.
pub(super) fn read(part: Part<'_>, tree: &mut Tree, names: &mut Names, diags: &mut Diagnostics) -> Option<NodeId> {
    let mut reader = Reader {
        part,
        anchors: BTreeMap::new(),
        blocks: Vec::new(),
        last_end: 0,
        build: Builder::new(part, tree, names, diags),
    };
    match reader.stream() {
        Ok(()) => reader.build.root(),
        Err(Halt) => {
            reader.build.discard();
            None
        }
    }
}

/// What an anchor names.
#[derive(Clone)]
enum Anchored {
    Node(NodeId),
    /// Anchored names have no node of their own.
    Name(Arc<str>, ScalarStyle, Span),
}

struct Reader<'t, 'a> {
    part: Part<'t>,
    anchors: BTreeMap<usize, Anchored>,
    /// Whether the open containers are written as blocks, whose end event comes with the next token.
    blocks: Vec<bool>,
    /// One past the last token of content.
    last_end: usize,
    build: Builder<'a>,
}

impl<'t> Reader<'t, '_> {
    fn stream(&mut self) -> Result<(), Halt> {
        // Our own limit on nesting speaks the words of the catalogue, so the parser's lies above it.
        let options = granit_parser::options! {
            flow_nesting_limit: super::build::MAX_DEPTH + 8,
            block_nesting_limit: super::build::MAX_DEPTH + 8,
            simple_key_max_lookahead: 16 * 1024,
        };
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(self.part.text, options) {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or(self.last_end);
                    // Flow collections are scanned ahead of their events.
                    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
                        let limit = super::build::MAX_DEPTH;
                        let span = self.part.char_at(at);
                        return Err(self.build.halt(Problem::TooDeep { limit }, span));
                    }
                    let at = yaml_faults::place(error.kind(), self.part.text, at);
                    return Err(self.syntax(error.info(), at, yaml_faults::advice(error.kind())));
                }
            };
            let range = span.byte_range().unwrap_or(self.last_end..self.last_end);
            if let Event::DocumentStart(..) = event {
                documents += 1;
                if documents > 1 {
                    let span = self.part.span(range.start, range.end);
                    self.build.diags.push(Problem::SeveralDocuments {}, span);
                    break;
                }
            }
            self.event(event, range.start, range.end)?;
        }
        match self.build.root() {
            Some(_) => Ok(()),
            None => {
                let span = self.part.char_at(0);
                Err(self.build.halt(Problem::EmptyDocument {}, span))
            }
        }
    }

    fn event(&mut self, event: Event<'t>, start: usize, end: usize) -> Result<(), Halt> {
        match event {
            Event::Scalar(text, style, anchor, tag) => self.scalar(&text, style, anchor, tag, start, end),
            Event::MappingStart(style, anchor, tag) => self.begin(true, style, anchor, tag, start, end),
            Event::SequenceStart(style, anchor, tag) => self.begin(false, style, anchor, tag, start, end),
            Event::MappingEnd | Event::SequenceEnd => {
                self.end(end);
                Ok(())
            }
            Event::Alias(anchor) => self.alias(anchor, start, end),
            Event::UnresolvedAlias(name) => {
                Err(self.syntax(format!("there is no anchor `{name}`"), start, Advice::default()))
            }
            // Streams and documents begin and end without a node.
            _ => Ok(()),
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<Cow<'t, Tag>>,
        start: usize,
        end: usize,
    ) -> Result<(), Halt> {
        // Block scalars end where the next token begins.
        let written = self.part.text.get(start..end).unwrap_or("");
        let end = start + written.trim_end().len();
        let span = self.part.span(start, end);
        self.last_end = self.last_end.max(end);
        if self.build.expects() == Expects::Name {
            let merge = text == "<<" && style == ScalarStyle::Plain && tag.is_none();
            if anchor != 0 {
                self.anchors.insert(anchor, Anchored::Name(text.into(), style, span));
            }
            self.build.name(text, span, merge);
            return Ok(());
        }
        let value = self.resolve(text, style, tag.as_deref(), span);
        let node = self.build.scalar(span, value)?;
        if anchor != 0 {
            self.anchors.insert(anchor, Anchored::Node(node));
        }
        Ok(())
    }

    fn resolve(&mut self, text: &str, style: ScalarStyle, tag: Option<&Tag>, span: Span) -> Value {
        let resolved = match tag {
            None if style == ScalarStyle::Plain => scalar::plain(text),
            None => Resolved::String,
            Some(tag) => match tag.core_suffix() {
                Some("str") => Resolved::String,
                Some(kind @ ("int" | "float" | "bool" | "null")) => {
                    let resolved = scalar::plain(text);
                    if !resolved.has_tag(kind) {
                        self.ignore_tag(tag, span);
                    }
                    resolved
                }
                // The non-specific tag says: not by its looks (section 6.9.1).
                None if tag.original() == "!" => Resolved::String,
                Some(_) | None => {
                    self.ignore_tag(tag, span);
                    match style {
                        ScalarStyle::Plain => scalar::plain(text),
                        _ => Resolved::String,
                    }
                }
            },
        };
        match resolved {
            Resolved::Null => Value::Null,
            Resolved::Bool(value) => Value::Bool(value),
            Resolved::Number(number) => Value::Number(number),
            Resolved::String => self.build.string(text),
            Resolved::NotFinite => {
                let text = text.to_owned();
                self.build.diags.push(Problem::NotFinite { text: text.clone() }, span);
                self.build.string(&text)
            }
        }
    }

    fn ignore_tag(&mut self, tag: &Tag, span: Span) {
        let tag = tag.original();
        self.build.diags.push(Problem::TagIgnored { tag }, span);
    }

    fn begin(
        &mut self,
        is_object: bool,
        style: StructureStyle,
        anchor: usize,
        tag: Option<Cow<'t, Tag>>,
        start: usize,
        end: usize,
    ) -> Result<(), Halt> {
        let span = self.part.span(start, end);
        self.last_end = self.last_end.max(end);
        if self.build.expects() == Expects::Name {
            return Err(self.build.halt(Problem::NameNotScalar {}, span));
        }
        let node = self.build.begin(span, is_object)?;
        self.blocks.push(style == StructureStyle::Block);
        if anchor != 0 {
            self.anchors.insert(anchor, Anchored::Node(node));
        }
        let own = if is_object { "map" } else { "seq" };
        if let Some(tag) = tag.filter(|tag| tag.core_suffix() != Some(own) && tag.original() != "!") {
            self.ignore_tag(&tag, span);
        }
        Ok(())
    }

    fn end(&mut self, end: usize) {
        if self.blocks.pop() == Some(false) {
            self.last_end = self.last_end.max(end);
        }
        let end = self.part.span(self.last_end, self.last_end).end;
        self.build.end(end);
    }

    fn alias(&mut self, anchor: usize, start: usize, end: usize) -> Result<(), Halt> {
        let span = self.part.span(start, end);
        self.last_end = self.last_end.max(end);
        let name = self.build.expects() == Expects::Name;
        match (self.anchors.get(&anchor).cloned(), name) {
            (Some(Anchored::Name(text, ..)), true) => {
                self.build.name(&text, span, false);
                Ok(())
            }
            (Some(Anchored::Name(text, style, span)), false) => {
                let value = self.resolve(&text, style, None, span);
                self.build.scalar(span, value).map(drop)
            }
            (Some(Anchored::Node(node)), true) => {
                let text: Arc<str> = match self.build.value(node) {
                    Value::String(text) => Arc::clone(text),
                    Value::Number(number) => number.as_str().into(),
                    Value::Bool(value) => value.to_string().into(),
                    Value::Null => "null".into(),
                    Value::Array(_) | Value::Object(_) => {
                        return Err(self.build.halt(Problem::NameNotScalar {}, span));
                    }
                };
                self.build.name(&text, span, false);
                Ok(())
            }
            (Some(Anchored::Node(node)), false) if self.build.is_open(node) => {
                Err(self.build.halt(Problem::AliasCycle {}, span))
            }
            (Some(Anchored::Node(node)), false) => self.build.copy(node, span),
            (None, _) => {
                let reason = "this alias has no anchor before it".to_owned();
                Err(self.syntax(reason, start, Advice::default()))
            }
        }
    }

    fn syntax(&mut self, reason: String, at: usize, advice: Advice) -> Halt {
        let span = self.part.char_at(at);
        let format = "YAML";
        let problem = Problem::Syntax { format, reason, advice };
        self.build.halt(problem, span)
    }
}
