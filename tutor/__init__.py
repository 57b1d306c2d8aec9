"""The tutor itself: its screens, its commands, and the session between them and the rest."""

__all__: list[str] = []
