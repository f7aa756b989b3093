//! Several documents as one API: each operation keeps the servers and the security of its own document.

use super::document::{Document, Operation, Server};
use super::security::{Requirement, Scheme};
use crate::diag::{Diagnostics, Problem};
use crate::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Joins documents of one tree; the first one gives the title and the servers of the client. `None` if there is none.
///
/// A security scheme is shared where documents declare it alike; where they do not, each says its document. An operation of two
/// documents is reported with both places.
pub fn join<'t>(mut documents: Vec<Document<'t>>, diags: &mut Diagnostics) -> Option<Document<'t>> {
    if documents.len() > 1 {
        rename_schemes(&mut documents);
        documents.iter_mut().for_each(settle_security);
    }
    let mut documents = documents.into_iter();
    let mut all = documents.next()?;
    for other in documents {
        add(&mut all, other, diags);
    }
    Some(all)
}

fn add<'t>(all: &mut Document<'t>, other: Document<'t>, diags: &mut Diagnostics) {
    let has_own_servers = !other.servers.is_empty() && !are_same(&all.servers, &other.servers);
    for mut operation in other.operations {
        if has_own_servers && operation.servers.is_empty() {
            operation.servers.clone_from(&other.servers);
        }
        if is_new(all, &operation, diags) {
            all.operations.push(operation);
        }
    }
    all.webhooks.extend(other.webhooks);
    for scheme in other.security_schemes {
        if !all.security_schemes.iter().any(|known| known.key == scheme.key) {
            all.security_schemes.push(scheme);
        }
    }
    for tag in other.tags {
        if !all.tags.iter().any(|(known, _)| *known == tag.0) {
            all.tags.push(tag);
        }
    }
}

/// Whether no other document has the operation. One that is the same is there once; another one is reported.
fn is_new(all: &Document<'_>, operation: &Operation, diags: &mut Diagnostics) -> bool {
    let same_place = |known: &&Operation| known.path == operation.path && known.method == operation.method;
    let Some(known) = all.operations.iter().find(same_place) else {
        return true;
    };
    let tree = all.tree;
    if !tree.equal(known.node, operation.node) || !are_same(&known.servers, &operation.servers) {
        let problem = Problem::OperationOfSeveralDocuments {
            operation: operation.place(),
        };
        let related = vec![(tree.name_location(known.node), "the other one".to_owned())];
        diags.push_related(problem, tree.name_location(operation.node), related);
    }
    false
}

/// Whether servers are the same, in whatever order.
fn are_same(one: &[Server], other: &[Server]) -> bool {
    let urls = |servers: &[Server]| -> BTreeSet<String> {
        let urls = servers.iter().map(|server| server.url.trim_end_matches('/').to_owned());
        urls.collect()
    };
    urls(one) == urls(other)
}

/// Lets each operation say what it needs, since that of its document is no longer that of the whole.
///
/// Where neither says anything, the document's own schemes may be used.
fn settle_security(document: &mut Document<'_>) {
    let schemes = document.security_schemes.iter();
    let own = schemes.map(|scheme| Requirement {
        node: scheme.node,
        schemes: vec![(Arc::clone(&scheme.key), Vec::new())],
    });
    let mut optional: Vec<Requirement> = own.collect();
    if let Some(first) = optional.first() {
        let (node, schemes) = (first.node, Vec::new());
        optional.push(Requirement { node, schemes });
    }
    let security = document.security.take().unwrap_or(optional);
    for operation in &mut document.operations {
        operation.security.get_or_insert_with(|| security.clone());
    }
}

/// Gives schemes that documents declare differently under one key the names of their documents too.
fn rename_schemes(documents: &mut [Document<'_>]) {
    let names = names(documents);
    let mut bearers: BTreeMap<Arc<str>, Vec<&Scheme>> = BTreeMap::new();
    for scheme in documents.iter().flat_map(|document| &document.security_schemes) {
        bearers.entry(Arc::clone(&scheme.key)).or_default().push(scheme);
    }
    let tree = documents.first().map(|document| document.tree);
    let differ = |schemes: &[&Scheme]| {
        let mut pairs = schemes.iter().zip(schemes.iter().skip(1));
        pairs.any(|(one, other)| tree.is_some_and(|tree| !tree.equal(one.node, other.node)))
    };
    let ambiguous: BTreeSet<Arc<str>> = bearers
        .into_iter()
        .filter(|(_, schemes)| differ(schemes))
        .map(|(key, _)| key)
        .collect();
    for (document, name) in documents.iter_mut().zip(names) {
        let renamed = |key: &mut Arc<str>| {
            if ambiguous.contains(key) {
                *key = format!("{name}_{key}").into();
            }
        };
        document
            .security_schemes
            .iter_mut()
            .for_each(|scheme| renamed(&mut scheme.key));
        let operations = document.operations.iter_mut();
        let security = operations.filter_map(|operation| operation.security.as_mut());
        let requirements = security.chain(document.security.as_mut()).flatten();
        for (key, _) in requirements.flat_map(|requirement| &mut requirement.schemes) {
            renamed(key);
        }
    }
}

/// What tells documents apart: the names of their files or, where these are the same, of the directories too.
fn names(documents: &[Document<'_>]) -> Vec<String> {
    let stems: Vec<String> = documents.iter().map(|document| words(document, 1)).collect();
    let is_twice = |name: &String| stems.iter().filter(|other| *other == name).count() > 1;
    let named = documents.iter().zip(&stems);
    let named = named.map(|(document, stem)| match is_twice(stem) {
        true => words(document, 2),
        false => stem.clone(),
    });
    named.collect()
}

/// The last words of the path of a document, without the extension.
fn words(document: &Document<'_>, count: usize) -> String {
    let tree: &Tree = document.tree;
    let path = tree
        .path(tree.span(document.node).file)
        .unwrap_or(Path::new("document"));
    let path = path.with_extension("");
    let words: Vec<String> = path.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    words
        .get(words.len().saturating_sub(count)..)
        .unwrap_or_default()
        .join("_")
}
