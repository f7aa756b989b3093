//! The settings of a client that come from environment variables: its server and its credentials.

use std::env::VarError;
use std::fmt;

use crate::client::CoreBuilder;
use crate::data::secret::Secret;
use crate::operation::Scheme;
use crate::security::Credential;

/// Which environment variables a client reads.
#[derive(Debug)]
pub struct Environment {
    base_url: &'static str,
    variables: &'static [Variable],
    is_open: bool,
}

impl Environment {
    /// The variable with the base URL, and those with credentials, of which at least one must be set.
    pub const fn new(base_url: &'static str, variables: &'static [Variable]) -> Self {
        Self {
            base_url,
            variables,
            is_open: false,
        }
    }

    /// Some operation needs no credential, so that none must be set.
    #[must_use]
    pub const fn open(mut self) -> Self {
        self.is_open = true;
        self
    }
}

/// The environment variables of one credential.
#[derive(Debug)]
pub struct Variable {
    scheme: &'static Scheme,
    name: &'static str,
    password: Option<&'static str>,
    is_required: bool,
}

impl Variable {
    /// A key or token.
    pub const fn secret(name: &'static str, scheme: &'static Scheme) -> Self {
        Self {
            scheme,
            name,
            password: None,
            is_required: false,
        }
    }

    /// A user and a password.
    pub const fn basic(user: &'static str, password: &'static str, scheme: &'static Scheme) -> Self {
        Self {
            password: Some(password),
            ..Self::secret(user, scheme)
        }
    }

    /// Every call needs the credential.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }
}

/// Why environment variables do not make a client. Their values are not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EnvironmentError {
    /// Variables that must be set and are not, or are empty.
    Missing(Vec<&'static str>),
    /// None of these is set, and no call can be made without any credential.
    NoCredential(Vec<&'static str>),
    /// The value of this variable is not UTF-8.
    NotUnicode(&'static str),
}

impl fmt::Display for EnvironmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |names: &[&str], word: &str| {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            match names.split_last() {
                Some((last, [])) => last.clone(),
                Some((last, rest)) => format!("{} {word} {last}", rest.join(", ")),
                None => String::new(),
            }
        };
        match self {
            Self::Missing(names) => write!(f, "set the environment variable {}", list(names, "and")),
            Self::NoCredential(names) => write!(f, "set the environment variable {}", list(names, "or")),
            Self::NotUnicode(name) => write!(f, "the environment variable `{name}` is not UTF-8"),
        }
    }
}

impl std::error::Error for EnvironmentError {}

impl CoreBuilder {
    /// Takes the server and the credentials that are not set yet from environment variables.
    ///
    /// # Errors
    ///
    /// Returns which variables are missing, or are not UTF-8.
    pub fn environment(self, environment: &Environment) -> Result<Self, EnvironmentError> {
        self.take(environment, |name| std::env::var(name))
    }

    fn take(
        mut self,
        environment: &Environment,
        var: impl Fn(&str) -> Result<String, VarError>,
    ) -> Result<Self, EnvironmentError> {
        // An empty variable is how shells and containers unset one.
        let read = |name: &'static str| match var(name) {
            Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(EnvironmentError::NotUnicode(name)),
        };
        if self.base_url.is_none() {
            self.base_url = read(environment.base_url)?;
        }
        let mut missing = Vec::new();
        for variable in environment.variables {
            if self.credentials.has(variable.scheme) {
                continue;
            }
            let (value, password) = (read(variable.name)?, variable.password.map(read).transpose()?);
            match (value, password) {
                (Some(user), Some(Some(password))) => {
                    let credential = Credential::basic(user, Secret::new(password));
                    self = self.credential(variable.scheme, credential);
                }
                (Some(secret), None) => self = self.credential(variable.scheme, Secret::new(secret)),
                (Some(_), Some(None)) => missing.extend(variable.password),
                (None, Some(Some(_))) => missing.push(variable.name),
                (None, None | Some(None)) if variable.is_required => {
                    missing.extend([variable.name].into_iter().chain(variable.password));
                }
                (None, None | Some(None)) => {}
            }
        }
        if !missing.is_empty() {
            return Err(EnvironmentError::Missing(missing));
        }
        if !environment.is_open && self.credentials.is_empty() {
            let names = environment.variables.iter().map(|variable| variable.name);
            return Err(EnvironmentError::NoCredential(names.collect()));
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Api;

    static API: Api = Api::new("pets", "1.0.0").server("https://api.example.com");
    static KEY: Scheme = Scheme::header("key", "x-key");
    static TOKEN: Scheme = Scheme::bearer("token");
    static LOGIN: Scheme = Scheme::basic("login");
    static ALL: Environment = Environment::new(
        "PETS_BASE_URL",
        &[
            Variable::secret("PETS_KEY", &KEY).required(),
            Variable::secret("PETS_TOKEN", &TOKEN),
            Variable::basic("PETS_LOGIN_USER", "PETS_LOGIN_PASSWORD", &LOGIN),
        ],
    );
    static EITHER: Environment = Environment::new(
        "PETS_BASE_URL",
        &[
            Variable::secret("PETS_KEY", &KEY),
            Variable::secret("PETS_TOKEN", &TOKEN),
        ],
    );

    fn taken(environment: &Environment, set: &[(&str, &str)]) -> Result<CoreBuilder, EnvironmentError> {
        CoreBuilder::new(&API).take(environment, |name| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned()).ok_or(VarError::NotPresent)
        })
    }

    fn problem(environment: &Environment, set: &[(&str, &str)]) -> String {
        taken(environment, set).expect_err("a problem").to_string()
    }

    #[test]
    fn server_and_credentials_are_taken() {
        let set = [
            ("PETS_BASE_URL", "http://127.0.0.1:4010"),
            ("PETS_KEY", "the key"),
            ("PETS_LOGIN_USER", "Aladdin"),
            ("PETS_LOGIN_PASSWORD", "open sesame"),
        ];
        let builder = taken(&ALL, &set).expect("a builder");
        assert_eq!(builder.base_url.as_deref(), Some("http://127.0.0.1:4010"));
        assert!(builder.credentials.has(&KEY) && builder.credentials.has(&LOGIN));
        assert!(!builder.credentials.has(&TOKEN));
        let shown = format!("{builder:?}");
        assert!(!shown.contains("sesame") && !shown.contains("the key"), "{shown}");
    }

    #[test]
    fn what_is_missing_is_named_and_what_is_empty_is_missing() {
        assert_eq!(problem(&ALL, &[]), "set the environment variable `PETS_KEY`");
        assert_eq!(
            problem(&ALL, &[("PETS_KEY", "")]),
            "set the environment variable `PETS_KEY`"
        );
        let half = [("PETS_LOGIN_USER", "Aladdin")];
        let both = "set the environment variable `PETS_KEY` and `PETS_LOGIN_PASSWORD`";
        assert_eq!(problem(&ALL, &half), both);
        let half = [("PETS_KEY", "k"), ("PETS_LOGIN_PASSWORD", "open sesame")];
        assert_eq!(problem(&ALL, &half), "set the environment variable `PETS_LOGIN_USER`");
        let none = "set the environment variable `PETS_KEY` or `PETS_TOKEN`";
        assert_eq!(problem(&EITHER, &[]), none);
        assert!(taken(&EITHER, &[("PETS_TOKEN", "t")]).is_ok());
    }

    #[test]
    fn an_api_with_open_operations_needs_none() {
        static OPEN: Environment = Environment::new("PETS_BASE_URL", &[Variable::secret("PETS_KEY", &KEY)]).open();
        assert!(taken(&OPEN, &[]).is_ok());
    }

    #[test]
    fn what_was_set_by_code_is_kept() {
        let builder = CoreBuilder::new(&API)
            .base_url("https://code.example")
            .credential(&KEY, "k");
        let built = builder.take(&ALL, |name| match name {
            "PETS_TOKEN" => Ok("t".to_owned()),
            "PETS_LOGIN_USER" | "PETS_LOGIN_PASSWORD" => Err(VarError::NotPresent),
            name => panic!("{name} is set by code"),
        });
        assert_eq!(
            built.expect("a builder").base_url.as_deref(),
            Some("https://code.example")
        );
    }

    #[test]
    fn a_value_that_is_not_unicode_is_named_and_not_shown() {
        let error = CoreBuilder::new(&API).take(&EITHER, |_| Err(VarError::NotUnicode("secret".into())));
        let error = error.expect_err("a problem");
        assert_eq!(error, EnvironmentError::NotUnicode("PETS_BASE_URL"));
        assert!(!format!("{error} {error:?}").contains("secret"));
    }
}
