//! Which operation a request was for: by the path as the document writes it, or by the path of a URL.

use crate::openapi::document::{Document, Operation, Server};

/// The operation of a request whose path is known as the document writes it.
pub(super) fn by_template<'d>(document: &'d Document<'_>, method: &str, path: &str) -> Option<&'d Operation> {
    let same = |operation: &&Operation| *operation.path == *path && operation.method.eq_ignore_ascii_case(method);
    document.operations.iter().find(same)
}

/// The operation of a URL: a path below a server's path, or from the root. Of several, the one with the fewest parameters.
pub(super) fn by_url<'d>(document: &'d Document<'_>, method: &str, path: &str) -> Option<&'d Operation> {
    let candidates = document
        .operations
        .iter()
        .filter(|operation| operation.method.eq_ignore_ascii_case(method));
    let fitting = candidates.filter_map(|operation| {
        let servers = match operation.servers.is_empty() {
            true => &document.servers,
            false => &operation.servers,
        };
        let bases = servers.iter().map(base).chain([String::new()]);
        let variable = bases.filter_map(|base| variable_length(&operation.path, path.strip_prefix(&*base)?));
        Some((variable.min()?, operation))
    });
    fitting
        .min_by_key(|(variable, _)| *variable)
        .map(|(_, operation)| operation)
}

/// The path of a server's URL with its variables filled in, without a slash at the end.
fn base(server: &Server) -> String {
    let mut url = server.url.clone();
    for variable in &server.variables {
        url = url.replace(&format!("{{{}}}", variable.name), &variable.default);
    }
    let rest = url
        .split_once("://")
        .map_or(&*url, |(_, rest)| rest.find('/').map_or("", |slash| &rest[slash..]));
    rest.trim_end_matches('/').to_owned()
}

/// How many bytes of a path are values of parameters, if the template fits it.
fn variable_length(template: &str, path: &str) -> Option<usize> {
    let template = template.split('?').next().unwrap_or(template).trim_end_matches('/');
    let path = path.trim_end_matches('/');
    let (mut expected, mut found) = (template.split('/'), path.split('/'));
    let mut sum = 0;
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return Some(sum),
            (Some(expected), Some(found)) => sum += segment(expected, found)?,
            (Some(_), None) | (None, Some(_)) => return None,
        }
    }
}

/// One segment: literal text around parameters, each of which takes what is before the next literal text.
fn segment(template: &str, mut text: &str) -> Option<usize> {
    let mut sum = 0;
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        text = text.strip_prefix(literal)?;
        let (_, after) = after.split_once('}')?;
        let next = after.split('{').next().unwrap_or_default();
        let length = match next.is_empty() {
            true => text.len(),
            false => text.rfind(next)?,
        };
        // An empty value would be another path.
        if length == 0 {
            return None;
        }
        sum += length;
        text = &text[length..];
        rest = after;
    }
    (text == rest).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_fit_paths() {
        assert_eq!(variable_length("/pets", "/pets"), Some(0));
        assert_eq!(variable_length("/pets/{id}", "/pets/17/"), Some(2));
        assert_eq!(variable_length("/tiles/{x}.{format}", "/tiles/a.b.png"), Some(6));
        assert_eq!(variable_length("/pets/{id}", "/pets/"), None);
        assert_eq!(variable_length("/pets/{id}", "/pets/1/toys"), None);
        assert_eq!(variable_length("/pets/{id}", "/dogs/1"), None);
    }
}
