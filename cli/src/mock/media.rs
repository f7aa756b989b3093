//! Media types: which of those of the document a request has, and which of them it asks for (RFC 9110 sections 8.3.1 and 12.5.1).

use specwright::openapi::document::MediaType;

/// A media type without its parameters, in lower case.
pub(super) fn essence(text: &str) -> String {
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// How exactly a range fits a media type; `None` if it does not.
fn fits(range: &str, media_type: &str) -> Option<u8> {
    let (range, media_type) = (essence(range), essence(media_type));
    if range == media_type {
        return Some(2);
    }
    let kind = media_type.split('/').next().unwrap_or_default();
    match range.split_once('/') {
        Some(("*", "*")) => Some(0),
        Some((wanted, "*")) if wanted == kind => Some(1),
        Some(_) | None => None,
    }
}

/// The entry of `content` that a body of a media type has.
pub(super) fn of_body<'d>(content: &'d [MediaType], media_type: &str) -> Option<&'d MediaType> {
    let fitting = content
        .iter()
        .filter_map(|media| Some((fits(&media.name, media_type)?, media)));
    // Of several that fit equally the first one counts.
    let best = fitting.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, media)| media)
}

/// A range of `Accept`, with its weight in thousandths.
struct Wanted {
    range: String,
    weight: u32,
}

fn wanted(accept: &str) -> Vec<Wanted> {
    let ranges = accept.split(',').filter(|range| !range.trim().is_empty());
    let of = |range: &str| {
        let weight = range.split(';').skip(1).find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            (name.trim().eq_ignore_ascii_case("q")).then(|| value.trim().parse::<f64>().ok())?
        });
        let weight = weight
            .filter(|weight| weight.is_finite())
            .unwrap_or(1.0)
            .clamp(0.0, 1.0);
        Wanted {
            range: essence(range),
            weight: (weight * 1000.0) as u32,
        }
    };
    ranges.map(of).collect()
}

/// The entry of `content` that a request prefers, and the media type that is sent; `None` if it accepts none of them.
pub(super) fn accepted<'d>(content: &'d [MediaType], accept: Option<&str>) -> Option<(&'d MediaType, String)> {
    let wanted = wanted(accept.unwrap_or("*/*"));
    let mut best: Option<(u32, &MediaType, String)> = None;
    for media in content {
        let Some((weight, sent)) = weight(media, &wanted) else {
            continue;
        };
        if weight > best.as_ref().map_or(0, |(best, _, _)| *best) {
            best = Some((weight, media, sent));
        }
    }
    best.map(|(_, media, sent)| (media, sent))
}

/// How much a media type of the document is wanted, and what it is when it is sent.
fn weight(media: &MediaType, wanted: &[Wanted]) -> Option<(u32, String)> {
    if let Some(concrete) = concrete(&media.name) {
        // The most specific range decides (RFC 9110 section 12.5.1).
        let fitting = wanted
            .iter()
            .filter_map(|wanted| Some((fits(&wanted.range, &concrete)?, wanted.weight)));
        let (_, weight) = fitting.max()?;
        return Some((weight, concrete));
    }
    // A range of the document allows what the request names.
    let named = wanted.iter().filter(|wanted| concrete(&wanted.range).is_some());
    let named = named.filter(|wanted| fits(&media.name, &wanted.range).is_some());
    if let Some(wanted) = named.max_by_key(|wanted| wanted.weight) {
        return Some((wanted.weight, wanted.range.clone()));
    }
    let usual = usual(&media.name).to_owned();
    let fitting = wanted
        .iter()
        .filter_map(|wanted| Some((fits(&wanted.range, &usual)?, wanted.weight)));
    let (_, weight) = fitting.max()?;
    Some((weight, usual))
}

/// A media type that is not a range, with the parameters that the document has.
fn concrete(name: &str) -> Option<String> {
    (!name.contains('*')).then(|| name.trim().to_owned())
}

/// A media type of a range.
fn usual(range: &str) -> &'static str {
    match range.split('/').next().unwrap_or_default().trim() {
        "*" | "application" => "application/json",
        "text" => "text/plain",
        "image" => "image/png",
        "audio" => "audio/mpeg",
        "video" => "video/mp4",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use specwright::{Input, config::Config, diag::Diagnostics, source::SourceMap};

    /// What is sent of these media types.
    fn sent(content: &str, accept: Option<&str>) -> Option<String> {
        let text = format!(
            "openapi: 3.1.0\ninfo: {{title: a, version: '1'}}\npaths:\n  /a:\n    get: {{responses: {{'200': {{description: a, content: {{{content}}}}}}}}}\n"
        );
        let input = Input::Text {
            name: "a.yaml".into(),
            text,
        };
        let found = specwright::with_document(
            &mut SourceMap::new(),
            &input,
            &Config::default(),
            &mut Diagnostics::new(),
            |document, _| {
                let (_, response) = &document.operations[0].responses[0];
                accepted(&response.content, accept).map(|(_, sent)| sent)
            },
        );
        found.expect("a document")
    }

    #[test]
    fn the_media_type_that_is_wanted_most_is_sent() {
        let both = "application/json: {}, text/csv: {}";
        assert_eq!(sent(both, None).as_deref(), Some("application/json"));
        assert_eq!(
            sent(both, Some("text/csv;q=0.9, */*;q=0.1")).as_deref(),
            Some("text/csv")
        );
        assert_eq!(
            sent(both, Some("text/*, application/json;q=0")).as_deref(),
            Some("text/csv")
        );
        assert_eq!(sent(both, Some("image/png")), None);
        assert_eq!(sent(both, Some("text/csv;q=nonsense")).as_deref(), Some("text/csv"));
        assert_eq!(
            sent("image/*: {}", Some("image/webp, */*")).as_deref(),
            Some("image/webp")
        );
        assert_eq!(sent("'*/*': {}", None).as_deref(), Some("application/json"));
        assert_eq!(sent("'image/*': {}", Some("*/*")).as_deref(), Some("image/png"));
    }
}
