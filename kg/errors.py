"""Errors that a user sees as one line: what is wrong, in which file, and what to do."""


class KgError(Exception):
    """A failure with a message for the user; the command line prints it and exits with 1."""

    exit_code = 1


class UsageError(KgError):
    """The call itself is wrong (an unknown name, a bad query, a missing folder); exit code 2."""

    exit_code = 2


class TooLong(KgError):
    """A query took longer than it may."""


class TooLarge(KgError):
    """A query needs more memory than it may have."""


class TooBusy(KgError):
    """Too many queries run already."""
