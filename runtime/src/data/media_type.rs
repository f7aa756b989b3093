//! The parts of a media type (RFC 9110 section 8.3.1).

/// Type and subtype without parameters, to be compared case-insensitively. Of several that a proxy has joined the first one:
/// neither can have a comma.
pub(crate) fn essence(media: &str) -> &str {
    media.split([';', ',']).next().unwrap_or("").trim()
}

/// The value of a parameter, without quotes.
pub(crate) fn parameter<'m>(media: &'m str, wanted: &str) -> Option<&'m str> {
    parameters(media)
        .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
        .map(|(_, value)| value)
}

/// The parameters, their values without quotes.
pub(crate) fn parameters(media: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = media.split(';').skip(1).filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.trim(), value.trim().trim_matches('"')))
}
