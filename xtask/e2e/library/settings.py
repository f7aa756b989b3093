"""The settings of the application: the defaults of its frameworks, as far as they have some."""

DEBUG = True
SECRET_KEY = "not secret: it serves the loopback interface only"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "library.urls"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "rest_framework",
    "drf_spectacular",
    "library",
]
# Relative to the directory in which it runs.
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "library.db"}}
MEDIA_ROOT = "media"
MEDIA_URL = "/media/"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination",
    "PAGE_SIZE": 2,
    "DEFAULT_AUTHENTICATION_CLASSES": [],
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Library",
    "VERSION": "1.0.0",
    "COMPONENT_SPLIT_REQUEST": True,
    "SERVE_INCLUDE_SCHEMA": False,
}
