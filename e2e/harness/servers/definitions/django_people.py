"""People on Django REST framework, as an in-house CRM has them: no product of anybody's, but the framework is the real one.

It knows no search but "contains" (its SearchFilter), answers in pages of five with the address of the next, keeps two numbers
in the record and more in a table of their own, and lists its fields by OPTIONS. Started as `people.py PORT DATABASE`.
"""
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings

port, database = int(sys.argv[1]), sys.argv[2]
settings.configure(
    SECRET_KEY='loopback only',
    ALLOWED_HOSTS=['127.0.0.1'],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': database, 'OPTIONS': {'timeout': 20}}},
    INSTALLED_APPS=[
        'django.contrib.auth',
        'django.contrib.contenttypes',
        'rest_framework',
        'rest_framework.authtoken',
        'django_filters',
        # This very file: else its tables do not know of each other.
        '__main__',
    ],
    DEFAULT_AUTO_FIELD='django.db.models.AutoField',
    REST_FRAMEWORK={
        'DEFAULT_AUTHENTICATION_CLASSES': ['rest_framework.authentication.TokenAuthentication'],
        'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated'],
        'DEFAULT_RENDERER_CLASSES': ['rest_framework.renderers.JSONRenderer'],
        'DEFAULT_PAGINATION_CLASS': 'rest_framework.pagination.PageNumberPagination',
        'PAGE_SIZE': 5,
    },
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.urls import include, path  # noqa: E402
from django_filters.rest_framework import DjangoFilterBackend  # noqa: E402
from rest_framework import filters, routers, serializers, viewsets  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402
from rest_framework.authtoken.views import obtain_auth_token  # noqa: E402
from rest_framework.decorators import api_view  # noqa: E402
from rest_framework.exceptions import APIException  # noqa: E402
from rest_framework.response import Response  # noqa: E402


class Person(models.Model):
    first_name = models.CharField(max_length=80, blank=True)
    last_name = models.CharField(max_length=80)
    company = models.CharField(max_length=80, blank=True, verbose_name='Employer')
    is_company = models.BooleanField(default=False)
    country = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    mobile = models.CharField(max_length=60, blank=True)
    email = models.CharField(max_length=120, blank=True)
    tier = models.CharField(max_length=1, blank=True, choices=[('g', 'Gold'), ('s', 'Silver')])
    newsletter = models.BooleanField(default=False)
    born = models.DateField(null=True, blank=True)
    called = models.DateTimeField(null=True, blank=True)
    notes = models.TextField(blank=True, verbose_name='What we know')
    source = models.CharField(max_length=20, blank=True)
    team = models.CharField(max_length=20, blank=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = '__main__'
        db_table = 'person'
        ordering = ['id']


class Number(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name='numbers')
    number = models.CharField(max_length=60)

    class Meta:
        app_label = '__main__'
        db_table = 'number'
        ordering = ['id']


class NumberSerializer(serializers.ModelSerializer):
    class Meta:
        model = Number
        fields = ['id', 'person', 'number']


class PersonSerializer(serializers.ModelSerializer):
    numbers = NumberSerializer(many=True, read_only=True)

    class Meta:
        model = Person
        exclude = ['team']


class OfAnotherTeam(APIException):
    status_code = 403
    default_detail = 'Not found.'
    default_code = 'other_team'

    def __init__(self):
        super().__init__({'code': 'other_team'})


class People(viewsets.ModelViewSet):
    queryset = Person.objects.prefetch_related('numbers')
    serializer_class = PersonSerializer
    filter_backends = [DjangoFilterBackend, filters.SearchFilter]
    filterset_fields = ['email', 'country']
    search_fields = ['first_name', 'last_name', 'phone', 'mobile', 'email', 'numbers__number']

    def get_queryset(self):
        people = super().get_queryset()
        return people if self.action == 'retrieve' else people.filter(team='')

    def check_object_permissions(self, request, person):
        super().check_object_permissions(request, person)
        if person.team:
            raise OfAnotherTeam()

    def perform_create(self, serializer):
        self.may_write()
        serializer.save()

    def perform_update(self, serializer):
        self.may_write()
        serializer.save()

    def may_write(self):
        if self.request.user.username == 'reader':
            self.permission_denied(self.request)


class Numbers(viewsets.ModelViewSet):
    queryset = Number.objects.all()
    serializer_class = NumberSerializer


@api_view(['GET'])
def me(request):
    user = request.user
    return Response({'username': user.username, 'first_name': user.first_name, 'last_name': user.last_name})


router = routers.DefaultRouter()
router.register('people', People)
router.register('numbers', Numbers)
urlpatterns = [path('api/me/', me), path('api/token/', obtain_auth_token), path('api/', include(router.urls))]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


call_command('migrate', verbosity=0)
with connection.schema_editor() as editor:
    editor.create_model(Person)
    editor.create_model(Number)
for name in ['agent', 'reader']:
    User.objects.create_user(name, password='loopback only', first_name='Ada', last_name='Lund')

from django.core.wsgi import get_wsgi_application  # noqa: E402

make_server('127.0.0.1', port, get_wsgi_application(), Server, Quiet).serve_forever()
