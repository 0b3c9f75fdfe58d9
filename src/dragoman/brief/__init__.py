"""What a person needs before a meeting: where two parties stand, issue by issue, with sources.

The function itself is `dragoman.compare`, at home in `dragoman.brief.compare`. Nothing is imported here: the ledger needs
`brief.parties` alone, and starts sooner without the rest.
"""
