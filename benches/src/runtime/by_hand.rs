//! What people write without a generator: reqwest, and types with derived implementations.

#![expect(dead_code, reason = "what is read of a response is not used")]

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Pet {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) weight: f64,
    pub(crate) note: Option<String>,
    pub(crate) owner: Owner,
    pub(crate) marks: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Cat,
    Dog,
    Bird,
    /// What the server may send one day, which generated types take too.
    #[serde(untagged)]
    Unknown(Box<str>),
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Owner {
    pub(crate) name: String,
    pub(crate) email: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewPet {
    pub(crate) name: String,
    pub(crate) weight: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

/// A client of the same API.
#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) inner: reqwest::Client,
    pub(crate) base: String,
}

impl Client {
    pub(crate) async fn get_pet(&self, id: i64, fields: &str) -> reqwest::Result<Pet> {
        let request = self.inner.get(format!("{}/pets/{id}", self.base));
        let response = request.query(&[("fields", fields)]).send().await?;
        response.error_for_status()?.json().await
    }

    pub(crate) async fn add_pet(&self, pet: &NewPet) -> reqwest::Result<Pet> {
        let request = self.inner.post(format!("{}/pets", self.base));
        request.json(pet).send().await?.error_for_status()?.json().await
    }

    pub(crate) async fn list_pets(&self) -> reqwest::Result<Vec<Pet>> {
        let request = self.inner.get(format!("{}/pets", self.base));
        request.send().await?.error_for_status()?.json().await
    }
}
