//! `[credentials]`: which header parameters are credentials, and which environment variables credentials are taken from.

use super::table::Table;
use crate::diag::Diagnostics;
use crate::text::glob_matches;

/// `[credentials]`: header parameters that are set once on the client and kept secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// Names of headers without regard to case; `*` matches any text.
    pub headers: Vec<String>,
    /// The environment variables that a client can be made of.
    pub environment: Environment,
}

/// The environment variables that a client can be made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Environment {
    /// They begin with the name of the package, without `-client`.
    #[default]
    Package,
    /// They begin with this, which is a legal name itself.
    Prefix(String),
    /// There are none.
    Off,
}

impl Environment {
    /// What is wrong with the prefix.
    pub(crate) fn fault(&self) -> Option<&'static str> {
        let Environment::Prefix(prefix) = self else { return None };
        let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
        let is_name = prefix.bytes().all(plain) && prefix.starts_with(|first: char| first.is_ascii_uppercase());
        (!is_name).then_some("it begins with a letter, and has only `A` to `Z`, digits and `_`")
    }
}

impl Default for Credentials {
    fn default() -> Credentials {
        let headers = ["x-api-key", "api-key", "apikey", "*-api-key", "*-token", "*-secret"];
        Credentials {
            headers: headers.map(str::to_owned).into(),
            environment: Environment::default(),
        }
    }
}

impl Credentials {
    /// Whether a header of this name carries a credential. `Authorization` always does.
    pub fn matches(&self, header: &str) -> bool {
        let header = header.to_ascii_lowercase();
        header == "authorization"
            || self
                .headers
                .iter()
                .any(|glob| glob_matches(&glob.to_ascii_lowercase(), &header))
    }
}

/// Reads `[credentials]`.
pub(super) fn read(mut table: Table<'_>, diags: &mut Diagnostics) -> Credentials {
    let headers = table.strings("headers", diags).map(|headers| headers.value);
    let environment = environment(&mut table, diags);
    table.finish(diags);
    Credentials {
        headers: headers.unwrap_or_else(|| Credentials::default().headers),
        environment,
    }
}

fn environment(table: &mut Table<'_>, diags: &mut Diagnostics) -> Environment {
    let Some(setting) = table.bool_or_string("environment", diags) else {
        return Environment::default();
    };
    let environment = match setting.value {
        Ok(true) => Environment::Package,
        Ok(false) => Environment::Off,
        Err(prefix) => Environment::Prefix(prefix),
    };
    match environment.fault() {
        None => environment,
        Some(reason) => {
            table.invalid("environment", reason.to_owned(), setting.span, diags);
            Environment::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::parse;
    use crate::source::SourceMap;

    #[test]
    fn credential_headers_are_matched_by_pattern() {
        let credentials = Credentials::default();
        for name in ["Authorization", "X-Api-Key", "apiKey", "x-auth-token", "Client-Secret"] {
            assert!(credentials.matches(name), "{name}");
        }
        for name in ["x-api-version", "token-count", "accept", ""] {
            assert!(!credentials.matches(name), "{name}");
        }
    }

    #[test]
    fn the_environment_is_a_prefix_or_a_switch() {
        for (text, expected, problems) in [
            ("true", Environment::Package, 0),
            ("false", Environment::Off, 0),
            ("'KYC_2'", Environment::Prefix("KYC_2".into()), 0),
            ("'a b'", Environment::Package, 1),
            ("''", Environment::Package, 1),
            ("1", Environment::Package, 1),
        ] {
            let mut sources = SourceMap::new();
            let settings = format!("[credentials]\nenvironment = {text}\n");
            let file = sources.add("specwright.toml", None, settings);
            let mut diags = Diagnostics::new();
            let config = parse(&sources, file, &mut diags);
            assert_eq!(config.credentials.environment, expected, "{text}");
            assert_eq!(diags.iter().count(), problems, "{text}");
        }
    }
}
