"""Authors, their books, and who has borrowed them."""

import uuid

from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)
    born = models.DateField(null=True, blank=True)
    website = models.URLField(blank=True)


class Book(models.Model):
    class Binding(models.TextChoices):
        HARD = "hard", "Hardcover"
        SOFT = "soft", "Paperback"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")
    title = models.CharField(max_length=200)
    binding = models.CharField(max_length=4, choices=Binding.choices, blank=True, null=True)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    weight = models.FloatField(null=True, blank=True)
    subjects = models.JSONField(default=list)
    added = models.DateTimeField(auto_now_add=True)
    cover = models.FileField(upload_to="covers", null=True, blank=True)


class Loan(models.Model):
    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="loans")
    reader = models.EmailField()
    due = models.DateField()
    returned = models.BooleanField(default=False)
