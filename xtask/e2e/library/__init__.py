"""A library: a small application on Django REST framework. Its document is what drf-spectacular makes of it, unedited."""
