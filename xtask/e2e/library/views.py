"""What can be done with authors and books. Much of it is more than drf-spectacular can see, as in most applications."""

from django.db.models import Sum
from django.http import FileResponse, HttpResponse
from rest_framework import filters, serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.response import Response

from .models import Author, Book, Loan


class AuthorSerializer(serializers.ModelSerializer):
    # The document says that it is a string: the method has no annotation.
    book_count = serializers.SerializerMethodField()

    class Meta:
        model = Author
        fields = ["id", "name", "born", "website", "book_count"]

    def get_book_count(self, author):
        return author.books.count()


class LoanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Loan
        fields = ["id", "reader", "due", "returned"]


class BookSerializer(serializers.ModelSerializer):
    loans = LoanSerializer(many=True, read_only=True)
    # The document says that both are strings.
    labels = serializers.SerializerMethodField()
    worth = serializers.SerializerMethodField()

    class Meta:
        model = Book
        fields = [
            "id", "author", "title", "binding", "price", "weight",
            "subjects", "added", "cover", "loans", "labels", "worth",
        ]

    def get_labels(self, book):
        return {"title": book.title, "long": len(book.title) > 20}

    def get_worth(self, book):
        return float(book.price)

    def to_representation(self, book):
        shown = super().to_representation(book)
        # As applications do to save bytes; the document does not know.
        if self.context["request"].query_params.get("brief"):
            return {name: shown[name] for name in ["id", "title"]}
        return shown


class AuthorViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.order_by("id")
    serializer_class = AuthorSerializer
    filter_backends = [filters.SearchFilter]
    search_fields = ["name"]


class BookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.order_by("title")
    serializer_class = BookSerializer
    filter_backends = [filters.SearchFilter, filters.OrderingFilter]
    search_fields = ["title"]
    parser_classes = [JSONParser, MultiPartParser]

    @action(detail=True, methods=["post"], serializer_class=LoanSerializer)
    def lend(self, request, pk=None):
        """The document says 200."""
        loan = LoanSerializer(data=request.data)
        loan.is_valid(raise_exception=True)
        loan.save(book=self.get_object())
        return Response(loan.data, status=status.HTTP_201_CREATED)

    @action(detail=True)
    def picture(self, request, pk=None):
        """The document says that it is a book."""
        return FileResponse(self.get_object().cover, content_type="image/png")

    @action(detail=False)
    def export(self, request):
        """The document says that it is a book."""
        lines = [f"{book.title},{book.price}" for book in self.get_queryset()]
        return HttpResponse("\n".join(lines), content_type="text/csv")

    @action(detail=False)
    def total(self, request):
        """The document says that it is a book."""
        total = Book.objects.aggregate(Sum("price"))["price__sum"] or 0
        return Response({"books": Book.objects.count(), "total": f"{total:.2f}"})

    @action(detail=True, methods=["post"])
    def reserve(self, request, pk=None):
        """The document says that a book is sent and returned, and nothing is."""
        return Response(status=status.HTTP_204_NO_CONTENT)
