//! The shape that the rest of the pipeline reads: every version of OpenAPI becomes one, tree to tree.
//!
//! Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2 and the mixtures of them that people write become the shape of OpenAPI 3.2 with
//! JSON Schema 2020-12. Rules look at the shape of what they meet and hardly ever at the version, because real 3.1
//! documents say `nullable` and real 3.0 documents have type lists. Nodes that are moved or made keep the place where
//! their author wrote them, and references are rewritten to follow what has moved.
//!
//! After [`to_latest`] this holds wherever the structure of the standard reaches, across `$ref`s and files:
//!
//! **Document.** `openapi: 3.2.0`; no `swagger`, `host`, `basePath`, `schemes`, `consumes`, `produces`, `definitions`,
//! `securityDefinitions`, and no `parameters` or `responses` outside `components`. `x-ms-paths` are `paths`.
//!
//! **Schemas.**
//! * Null has two forms: `"null"` in a `type` list, and `anyOf: [S, {type: "null"}]` where there is no `type` to add it
//!   to (beside `$ref`, `allOf`, `anyOf`, `oneOf`, `const`, `not`, `if`); an `enum` beside it has `null` among its values, and
//!   one that has it admits it, whatever `type` says.
//!   With the second form, annotations (`description`, `default`, `readOnly`, `x-…`) are outside. No `nullable`, no
//!   `x-nullable`. `enum: [null]`, `const: null` and, as members of `anyOf`/`oneOf`, `{nullable: true}` and
//!   `{type: object, nullable: true}` are `{type: "null"}`.
//! * `type` is one of the seven words or a list of several different ones, or empty, which admits nothing.
//! * `exclusiveMinimum` and `exclusiveMaximum` are numbers.
//! * `examples` is a list and `example` its first value.
//! * `prefixItems` and `items` instead of a list of `items` and `additionalItems`; `$defs` instead of `definitions`;
//!   `dependentRequired` and `dependentSchemas` instead of `dependencies`.
//! * `required` is never a boolean; `discriminator` never a string; `enum` beside `type: array` is about the items.
//! * `#` in a reference is the document or a schema with an `$id`; what means the schema that it is in names that. No `$recursiveRef`.
//! * Siblings of `$ref` count. Before 3.1 only annotations and null did; the others are below `x-beside-reference`.
//! * Binary data stays in the words of its author: `format: binary`, `byte` and `base64` (3.0) and
//!   `contentEncoding`, `contentMediaType` (3.1) must both be understood. `type: file` is `type: string`,
//!   `format: binary`.
//!
//! **Operations.** No `in: body` and no `in: formData` parameters but `requestBody`; parameters and headers have
//! `schema` or `content`, never `type`; `collectionFormat` is `style` and `explode`; responses have `content`.
//! Security schemes are `http` with `scheme: basic` instead of `basic`, and OAuth 2 has `flows`.
//!
//! A node may be held in two places, such as the schema of a body that is JSON and XML. Such nodes are *the same*
//! schema; there are never cycles.
//!
//! What is read differently than its author may think is a diagnostic `SW03xx`. Everything else passes through
//! unchanged, unknown keywords too.

mod edit;
mod encoding;
mod refs;
mod schema;
mod swagger2;
mod version;
mod walk;

use std::collections::BTreeSet;

use crate::diag::{Diagnostics, Problem};
use crate::tree::{NodeId, Tree};

use version::Version;
use walk::Walk;

/// Whether this is a document of a version that can be read; reports what it is instead.
pub fn recognize(tree: &Tree, root: NodeId, diags: &mut Diagnostics) -> bool {
    version::detect(tree, root, diags).is_some()
}

/// Rewrites the document at `root`, and what it refers to in other files, into the shape that this module describes.
///
/// All files must have been loaded. Doing it twice changes nothing more.
///
/// `None` if an error was reported, such as that this is no OpenAPI document or of an unsupported version (1.2, 4.0).
pub fn to_latest(tree: &mut Tree, root: NodeId, diags: &mut Diagnostics) -> Option<()> {
    let version = version::detect(tree, root, diags)?;
    let walk = walk::walk(tree, root);
    let room = ROOM.saturating_add(tree.len().saturating_mul(ROOM_PER_VALUE));
    let mut upgrade = Upgrade {
        tree,
        diags,
        walk,
        version,
        root,
        made: Vec::new(),
        hoisted: BTreeSet::new(),
        room: Some(room),
    };
    schema::recursion::upgrade(&mut upgrade);
    encoding::upgrade(&mut upgrade);
    swagger2::upgrade(&mut upgrade);
    schema::upgrade(&mut upgrade);
    let Upgrade { tree, walk, diags, .. } = upgrade;
    walk.refs.repoint(tree);
    version::set_latest(tree, root);
    diags.gate().ok()
}

/// All schemas of a document as its author wrote it, in any version, holders before what they hold.
pub fn schemas(tree: &Tree, root: NodeId) -> Vec<NodeId> {
    walk::walk(tree, root).of(walk::Kind::Schema).collect()
}

/// Values that may be added for media types, and how many more for each value of the document.
const ROOM: usize = 100_000;
const ROOM_PER_VALUE: usize = 4;

/// What the rules work on.
struct Upgrade<'a> {
    tree: &'a mut Tree,
    diags: &'a mut Diagnostics,
    /// The objects as the author wrote them.
    walk: Walk,
    version: Version,
    root: NodeId,
    /// Schemas that the upgrade made of something else.
    made: Vec<NodeId>,
    /// Property schemas whose `required: true` has become an entry of the object's list.
    hoisted: BTreeSet<NodeId>,
    /// How many values may still be added for media types: those of a document of 2.0 are of each operation. Nothing: there were more.
    room: Option<usize>,
}

impl Upgrade<'_> {
    fn report(&mut self, problem: Problem, node: NodeId) {
        self.diags.push(problem, self.tree.location(node));
    }

    fn report_key(&mut self, problem: Problem, object: NodeId, key: &str) {
        self.diags.push(problem, self.tree.key_location(object, key));
    }

    /// Whether so many values may be added at a node. Where they may not for the first time is reported.
    fn has_room_for(&mut self, values: usize, node: NodeId) -> bool {
        let Some(room) = self.room else { return false };
        self.room = room.checked_sub(values);
        if self.room.is_none() {
            self.report(Problem::SharedTooOften { limit: ROOM }, node);
        }
        self.room.is_some()
    }

    /// Reports a keyword of Swagger 2.0 that is in an OpenAPI 3 document, where it has no meaning of its own.
    fn report_old(&mut self, object: NodeId, keyword: &'static str, now: &'static str) {
        if self.version != Version::Swagger2 {
            self.report_key(Problem::OldKeyword { keyword, now }, object, keyword);
        }
    }
}

/// Whether a keyword of a Path Item Object holds an operation (OpenAPI 3.2 "Path Item Object").
fn is_method(keyword: &str) -> bool {
    matches!(
        keyword,
        "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query"
    )
}
