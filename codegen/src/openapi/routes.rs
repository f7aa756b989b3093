//! Which operation a request is for: by the path as the document writes it, or by the path of a URL.

use super::document::{Document, Operation, Server};

/// What the path of a URL says.
#[derive(Clone, Debug)]
pub struct Route<'d> {
    /// The operation.
    pub operation: &'d Operation,
    /// The path parameters, as they are encoded in the URL, in the order of the template.
    pub values: Vec<(String, String)>,
}

/// The operation of a request whose path is known as the document writes it.
pub fn by_template<'d>(document: &'d Document<'_>, method: &str, path: &str) -> Option<&'d Operation> {
    let same = |operation: &&Operation| *operation.path == *path && operation.method.eq_ignore_ascii_case(method);
    document.operations.iter().find(same)
}

/// The operation of a URL: a path below a server's path, or from the root. Of several, the one with the fewest parameters.
pub fn by_url<'d>(document: &'d Document<'_>, method: &str, path: &str) -> Option<Route<'d>> {
    let fitting = routes(document, path).filter(|route| route.operation.method.eq_ignore_ascii_case(method));
    fitting.min_by_key(Route::variable_length)
}

/// The methods of the operations of a URL, in the order of the document.
pub fn methods<'d>(document: &'d Document<'_>, path: &str) -> Vec<&'d str> {
    let mut methods: Vec<&str> = Vec::new();
    for route in routes(document, path) {
        if !methods.contains(&route.operation.method.as_str()) {
            methods.push(&route.operation.method);
        }
    }
    methods
}

fn routes<'d>(document: &'d Document<'_>, path: &str) -> impl Iterator<Item = Route<'d>> {
    document.operations.iter().filter_map(move |operation| {
        let servers = match operation.servers.is_empty() {
            true => &document.servers,
            false => &operation.servers,
        };
        let bases = servers.iter().map(base).chain([String::new()]);
        let fitting = bases.filter_map(|base| {
            let values = values(&operation.path, path.strip_prefix(&*base)?)?;
            Some(Route { operation, values })
        });
        fitting.min_by_key(Route::variable_length)
    })
}

impl Route<'_> {
    /// How many bytes of the path are values of parameters.
    fn variable_length(&self) -> usize {
        self.values.iter().map(|(_, value)| value.len()).sum()
    }
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

/// The values of the parameters of a path, if the template fits it.
fn values(template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let template = template.split('?').next().unwrap_or(template).trim_end_matches('/');
    let path = path.trim_end_matches('/');
    let (mut expected, mut found) = (template.split('/'), path.split('/'));
    let mut values = Vec::new();
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return Some(values),
            (Some(expected), Some(found)) => segment(expected, found, &mut values)?,
            (Some(_), None) | (None, Some(_)) => return None,
        }
    }
}

/// One segment: literal text around parameters, each of which takes what is before the next literal text.
fn segment(template: &str, mut text: &str, values: &mut Vec<(String, String)>) -> Option<()> {
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        text = text.strip_prefix(literal)?;
        let (name, after) = after.split_once('}')?;
        let next = after.split('{').next().unwrap_or_default();
        let length = match next.is_empty() {
            true => text.len(),
            false => text.rfind(next)?,
        };
        // An empty value would be another path.
        if length == 0 {
            return None;
        }
        let (value, others) = text.split_at_checked(length)?;
        values.push((name.to_owned(), value.to_owned()));
        text = others;
        rest = after;
    }
    (text == rest).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitting(template: &str, path: &str) -> Option<String> {
        let values = values(template, path)?.into_iter();
        Some(
            values
                .map(|(name, value)| format!("{name}={value}"))
                .collect::<Vec<_>>()
                .join("&"),
        )
    }

    #[test]
    fn templates_fit_paths() {
        assert_eq!(fitting("/pets", "/pets").as_deref(), Some(""));
        assert_eq!(fitting("/pets/{id}", "/pets/17/").as_deref(), Some("id=17"));
        assert_eq!(
            fitting("/tiles/{x}.{format}", "/tiles/a.b.png").as_deref(),
            Some("x=a.b&format=png")
        );
        assert_eq!(fitting("/pets/{id}", "/pets/"), None);
        assert_eq!(fitting("/pets/{id}", "/pets/1/toys"), None);
        assert_eq!(fitting("/pets/{id}", "/dogs/1"), None);
    }
}
