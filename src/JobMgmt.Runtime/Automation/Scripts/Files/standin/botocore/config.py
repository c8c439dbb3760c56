"""botocore.config.Config: accepted, without effect."""


class Config:
    def __init__(self, *_, **options):
        self.__dict__.update(options)
