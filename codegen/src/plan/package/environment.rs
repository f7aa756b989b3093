//! The environment variables that a client takes its server and credentials from.

use crate::config::Environment;
use crate::ir::{Api, SchemeKind};
use crate::plan::names::Names;
use std::collections::BTreeSet;

/// The variables of a client.
pub struct EnvironmentPlan {
    /// The variable with the base URL.
    pub base_url: String,
    /// Those with credentials, in the order of [`Api::schemes`].
    pub credentials: Vec<VariablePlan>,
    /// Whether some operation can be called without credentials.
    pub is_open: bool,
}

/// The variables of one credential.
pub struct VariablePlan {
    /// Index in [`Api::schemes`].
    pub scheme: usize,
    /// The variable with the key or token, or the user.
    pub name: String,
    /// The variable with the password.
    pub password: Option<String>,
    /// Whether every operation needs the credential.
    pub is_required: bool,
}

/// Names the variables after the package and the methods of the builder; `None` if they are switched off, or if there are no
/// credentials: one setting is not a reason for a second way to make a client.
pub(super) fn plan(api: &Api, names: &Names, package: &str, setting: &Environment) -> Option<EnvironmentPlan> {
    let prefix = match setting {
        Environment::Off => return None,
        Environment::Prefix(prefix) => prefix.clone(),
        Environment::Package => prefix_of(package),
    };
    let named = |name: &str| format!("{prefix}_{}", name.to_uppercase());
    let base_url = named("base_url");
    let schemes = api.schemes.iter().zip(&names.schemes).enumerate();
    let schemes = schemes.filter(|(_, (scheme, _))| scheme.kind != SchemeKind::MutualTls);
    let is_basic = |kind: &SchemeKind| *kind == SchemeKind::Basic;
    let plain = schemes.clone().filter(|(_, (scheme, _))| !is_basic(&scheme.kind));
    let taken: BTreeSet<String> = plain.map(|(_, (_, name))| named(name.as_str())).collect();
    let required = required(api);
    let credentials = schemes.map(|(index, (scheme, name))| {
        let stem = named(name.as_str());
        let (name, password) = match is_basic(&scheme.kind) {
            true => {
                let (user, password) = basic(stem, &taken);
                (user, Some(password))
            }
            false => (stem, None),
        };
        VariablePlan {
            scheme: index,
            name,
            password,
            is_required: required.contains(&index),
        }
    });
    let credentials: Vec<VariablePlan> = credentials.collect();
    (!credentials.is_empty()).then(|| EnvironmentPlan {
        base_url,
        credentials,
        is_open: is_open(api),
    })
}

/// `PETS` of `pets-client`: what people call the API.
fn prefix_of(package: &str) -> String {
    let name = package.to_uppercase().replace('-', "_");
    match name.strip_suffix("_CLIENT") {
        Some(short) if !short.is_empty() => short.to_owned(),
        Some(_) | None => name,
    }
}

/// The variables of user and password, unless other credentials have these names.
fn basic(mut stem: String, taken: &BTreeSet<String>) -> (String, String) {
    loop {
        let both = (format!("{stem}_USER"), format!("{stem}_PASSWORD"));
        if !taken.contains(&both.0) && !taken.contains(&both.1) {
            return both;
        }
        stem.push_str("_BASIC");
    }
}

/// What each alternative of each operation needs, as indexes of schemes.
fn needs(api: &Api) -> impl Iterator<Item = BTreeSet<usize>> {
    api.operations.iter().flat_map(|operation| {
        let alternatives = operation.security.iter().map(|requirement| {
            let needed = requirement.uses.iter().filter(|one| !one.optional);
            needed.map(|one| one.scheme).collect()
        });
        // Nothing is needed where there is no alternative.
        let none = operation.security.is_empty().then(BTreeSet::new);
        alternatives.chain(none)
    })
}

fn required(api: &Api) -> BTreeSet<usize> {
    let common = needs(api).reduce(|common, needed| common.intersection(&needed).copied().collect());
    common.unwrap_or_default()
}

fn is_open(api: &Api) -> bool {
    let is_certificate = |index: &usize| {
        let scheme = api.schemes.get(*index);
        scheme.is_some_and(|scheme| scheme.kind == SchemeKind::MutualTls)
    };
    let mut needs = needs(api).peekable();
    needs.peek().is_none() || needs.any(|needed| needed.iter().all(is_certificate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_is_what_people_call_the_api() {
        assert_eq!(prefix_of("sandbox-kyc-client"), "SANDBOX_KYC");
        assert_eq!(prefix_of("pets"), "PETS");
        assert_eq!(prefix_of("client"), "CLIENT");
    }

    #[test]
    fn user_and_password_have_names_of_their_own() {
        let names = |taken: &[&str]| basic("PETS_LOGIN".into(), &taken.iter().map(|name| (*name).into()).collect());
        let own = |user: &str, password: &str| (user.to_owned(), password.to_owned());
        assert_eq!(names(&[]), own("PETS_LOGIN_USER", "PETS_LOGIN_PASSWORD"));
        let other = own("PETS_LOGIN_BASIC_USER", "PETS_LOGIN_BASIC_PASSWORD");
        assert_eq!(names(&["PETS_LOGIN_PASSWORD"]), other);
    }
}
