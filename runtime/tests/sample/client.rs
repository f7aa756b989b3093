//! The client and its builder.

use ::specwright_runtime::v1;

use crate::operations;

static API: v1::Api = v1::Api::new("sample-client", "1.2.3")
    .server("https://test-api.example.com/v1")
    .request_ids(&[], &["transaction_id"]);

/// `securitySchemes` of the document, and header parameters that are credentials.
pub(crate) mod schemes {
    use ::specwright_runtime::v1;

    pub(crate) static AUTHORIZATION: v1::Scheme = v1::Scheme::header("Authorization", "Authorization");
    pub(crate) static X_API_KEY: v1::Scheme = v1::Scheme::header("x-api-key", "x-api-key");
    pub(crate) static QUERY_KEY: v1::Scheme = v1::Scheme::query("query_key", "api_key");
    pub(crate) static BEARER: v1::Scheme = v1::Scheme::bearer("bearer");
    pub(crate) static OAUTH: v1::Scheme = v1::Scheme::bearer("oauth");
    pub(crate) static LOGIN: v1::Scheme = v1::Scheme::basic("login");
}

/// The servers of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Server {
    /// `https://test-api.example.com/v1`
    Test,
    /// `https://{region}.example.com/{version}`
    Regional {
        /// `region`
        region: ::std::string::String,
        /// `version`
        version: ::std::string::String,
    },
}

impl Server {
    fn url(&self) -> ::std::string::String {
        match self {
            Self::Test => ::std::string::String::from("https://test-api.example.com/v1"),
            Self::Regional { region, version } => v1::expand_server(
                "https://{region}.example.com/{version}",
                &[("region", region), ("version", version)],
            ),
        }
    }
}

/// A client of the API; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    core: v1::Core,
}

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            core: v1::CoreBuilder::new(&API),
        }
    }

    /// `POST /kyc/digilocker/sessions/init`
    pub fn initiate_session(&self, body: operations::initiate_session::Request) -> operations::initiate_session::Call {
        operations::initiate_session::Call::new(&self.core, body)
    }

    /// `GET /pets`
    pub fn list_pets(&self) -> operations::list_pets::Call {
        operations::list_pets::Call::new(&self.core)
    }

    /// `GET /pets/{id}.json`
    pub fn get_pet(&self, id: impl ::std::convert::Into<::std::string::String>) -> operations::get_pet::Call {
        operations::get_pet::Call::new(&self.core, id.into())
    }

    /// `PATCH /pets/{id}`
    pub fn update_pet(
        &self,
        id: i64,
        body: impl ::std::convert::Into<operations::update_pet::Body>,
    ) -> operations::update_pet::Call {
        operations::update_pet::Call::new(&self.core, id, body.into())
    }

    /// `POST /pets/{id}/scans`
    pub fn upload_scan(
        &self,
        id: impl ::std::convert::Into<::std::string::String>,
        body: operations::upload_scan::Request,
    ) -> operations::upload_scan::Call {
        operations::upload_scan::Call::new(&self.core, id.into(), body)
    }

    /// `GET /pets/{id}/photo`
    pub fn get_photo(&self, id: i64) -> operations::get_photo::Call {
        operations::get_photo::Call::new(&self.core, id)
    }

    /// `GET /events`
    pub fn watch_events(&self) -> operations::watch_events::Call {
        operations::watch_events::Call::new(&self.core)
    }

    /// `PUT /notes/{id}`
    pub fn put_note(&self, id: i64) -> operations::put_note::Call {
        operations::put_note::Call::new(&self.core, id)
    }

    /// `POST /orders`
    pub fn create_order(&self, body: operations::create_order::Request) -> operations::create_order::Call {
        operations::create_order::Call::new(&self.core, body)
    }
}

/// Settings of a [`Client`].
#[must_use = "nothing is built until `build` is called"]
#[derive(Debug)]
pub struct ClientBuilder {
    core: v1::CoreBuilder,
}

impl ClientBuilder {
    /// Chooses a server of the document.
    pub fn server(mut self, server: Server) -> Self {
        self.core = self.core.server(server.url());
        self
    }

    /// Sends everything to another server.
    pub fn base_url(mut self, url: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.core = self.core.base_url(url);
        self
    }

    /// The credential `Authorization`.
    pub fn authorization(mut self, secret: impl ::std::convert::Into<v1::Secret>) -> Self {
        self.core = self.core.credential(&schemes::AUTHORIZATION, secret.into());
        self
    }

    /// The credential `x-api-key`.
    pub fn x_api_key(mut self, secret: impl ::std::convert::Into<v1::Secret>) -> Self {
        self.core = self.core.credential(&schemes::X_API_KEY, secret.into());
        self
    }

    /// The credential `query_key`.
    pub fn query_key(mut self, secret: impl ::std::convert::Into<v1::Secret>) -> Self {
        self.core = self.core.credential(&schemes::QUERY_KEY, secret.into());
        self
    }

    /// The credential `bearer`.
    pub fn bearer(mut self, secret: impl ::std::convert::Into<v1::Secret>) -> Self {
        self.core = self.core.credential(&schemes::BEARER, secret.into());
        self
    }

    /// The credential `login`.
    pub fn login(
        mut self,
        user: impl ::std::convert::Into<::std::string::String>,
        password: impl ::std::convert::Into<v1::Secret>,
    ) -> Self {
        let credential = v1::Credential::Basic(user.into(), password.into());
        self.core = self.core.credential(&schemes::LOGIN, credential);
        self
    }

    /// Tokens for `oauth`.
    pub fn oauth(mut self, provider: impl v1::TokenProvider) -> Self {
        let credential = v1::Credential::Provider(::std::sync::Arc::new(provider));
        self.core = self.core.credential(&schemes::OAUTH, credential);
        self
    }

    /// Sends with that transport.
    pub fn transport(mut self, transport: impl v1::Transport) -> Self {
        self.core = self.core.transport(transport);
        self
    }

    /// Sets how requests are repeated.
    pub fn retry(mut self, policy: v1::RetryPolicy) -> Self {
        self.core = self.core.retry(policy);
        self
    }

    /// Sets the time limits.
    pub fn timeouts(mut self, timeouts: v1::Timeouts) -> Self {
        self.core = self.core.timeouts(timeouts);
        self
    }

    /// Changes everything else.
    pub fn configure(mut self, change: impl ::std::ops::FnOnce(v1::CoreBuilder) -> v1::CoreBuilder) -> Self {
        self.core = change(self.core);
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// When there is no usable base URL or transport.
    pub fn build(self) -> ::std::result::Result<Client, v1::BuildError> {
        ::std::result::Result::Ok(Client {
            core: self.core.build()?,
        })
    }
}
