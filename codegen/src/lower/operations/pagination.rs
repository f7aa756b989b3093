//! How results that come in pages go on, as the settings or known extensions say.

use crate::diag::Problem;
use crate::ir::{NextPage, Pagination};
use crate::lower::Lower;
use crate::openapi::document::Operation;
use crate::tree::NodeId;

impl Lower<'_, '_> {
    /// What the settings say of an operation, or else its extension.
    pub(in crate::lower) fn pagination(&mut self, operation: &Operation) -> Option<Pagination> {
        let key = operation.place();
        let settings = &self.config.pagination;
        let own = operation
            .id
            .as_deref()
            .and_then(|id| settings.get(id))
            .or_else(|| settings.get(&key));
        if let Some(located) = own {
            return Some(located.value.clone());
        }
        let node = operation.pagination?;
        let tree = self.schemas.tree();
        let said = match tree.get(node, "inputs").or(tree.get(node, "outputs")) {
            Some(_) => self.speakeasy(node),
            None => match self.pageable(node) {
                // `nextLinkName: null` says that the only page is all there is.
                Some(None) => return None,
                Some(said) => Ok(said),
                None => Err("the extension has no known key"),
            },
        };
        match said {
            Ok(said) => said,
            Err(reason) => {
                let reason = reason.to_owned();
                self.report(node, Problem::UnusablePagination { reason });
                None
            }
        }
    }

    /// `x-ms-pageable`: `nextLinkName`, and `itemName` unless that is `value`.
    fn pageable(&self, node: NodeId) -> Option<Option<Pagination>> {
        let tree = self.schemas.tree();
        let next = tree.get(node, "nextLinkName")?;
        let Some(next) = tree.str(next) else { return Some(None) };
        let items = tree
            .get(node, "itemName")
            .and_then(|name| tree.str(name))
            .unwrap_or("value");
        Some(Some(Pagination {
            items: vec![items.to_owned()],
            next: NextPage::Url {
                field: vec![next.to_owned()],
            },
            more: None,
            span: Some(tree.span(node)),
        }))
    }

    /// `x-speakeasy-pagination`: `type`, parameters among `inputs`, JSONPaths as `outputs`.
    fn speakeasy(&self, node: NodeId) -> Result<Option<Pagination>, &'static str> {
        let outputs = self.schemas.tree().get(node, "outputs");
        let output = |key| outputs.and_then(|outputs| self.text(outputs, key));
        let results = output("results").and_then(path_of_names);
        let input = |kind: &str| self.input(node, kind);
        let next = match self.text(node, "type") {
            Some("cursor") => {
                let param = input("cursor").ok_or("it has no input `cursor`")?;
                let path = output("nextCursor").ok_or("it has no output `nextCursor`")?;
                cursor(param, path, results.as_deref()).ok_or("the output `nextCursor` is not a path of names")?
            }
            Some("offsetLimit") => match (input("offset"), input("page")) {
                (Some(param), _) => NextPage::Offset { param },
                (None, Some(param)) => NextPage::Page { param, first: 1 },
                (None, None) => return Err("it has neither an input `offset` nor `page`"),
            },
            Some("url") => NextPage::Url {
                field: output("nextUrl")
                    .and_then(path_of_names)
                    .ok_or("it has no output `nextUrl`")?,
            },
            Some(_) | None => return Err("its `type` is unknown"),
        };
        let items = results.ok_or("it has no output `results`")?;
        Ok(Some(Pagination {
            items,
            next,
            more: None,
            span: Some(self.schemas.tree().span(node)),
        }))
    }

    fn text(&self, object: NodeId, key: &str) -> Option<&str> {
        let tree = self.schemas.tree();
        tree.get(object, key).and_then(|value| tree.str(value))
    }

    /// The name of the parameter that plays a part.
    fn input(&self, node: NodeId, kind: &str) -> Option<String> {
        let tree = self.schemas.tree();
        let inputs = tree.get(node, "inputs")?;
        let plays = |input: &&NodeId| {
            self.text(**input, "type") == Some(kind) && self.text(**input, "in") == Some("parameters")
        };
        let found = tree.items(inputs).iter().find(plays)?;
        self.text(*found, "name").map(str::to_owned)
    }
}

/// The next cursor is in the response, or in its last result (`$.data[-1].id`).
fn cursor(param: String, path: &str, results: Option<&[String]>) -> Option<NextPage> {
    for last in ["[-1].", "[(@.length-1)].", "[-1:]."] {
        if let Some((list, id)) = path.split_once(last) {
            let same = path_of_names(list).as_deref() == results;
            let id = id.split('.').map(str::to_owned).collect();
            return same.then_some(NextPage::LastItem { param, id });
        }
    }
    path_of_names(path).map(|token| NextPage::Cursor { param, token })
}

/// The names of a JSONPath that only descends: `$`, `$.a.b`.
fn path_of_names(path: &str) -> Option<Vec<String>> {
    let rest = path.strip_prefix('$')?;
    if rest.is_empty() {
        return Some(Vec::new());
    }
    let names = rest.strip_prefix('.')?.split('.');
    names
        .map(|name| (!name.is_empty() && !name.contains(['[', '*', '(', '?'])).then(|| name.to_owned()))
        .collect()
}
