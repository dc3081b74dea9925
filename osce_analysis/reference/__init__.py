"""What is known beforehand: actors with their names, groups by date, instruments, meetings."""

from osce_analysis.reference.actors import (
    Actor,
    UnknownActor,
    actor,
    actor_kind,
    actor_name,
    find_actor,
)
from osce_analysis.reference.catalogue import (
    Instrument,
    UnknownInstrument,
    instrument,
    instrument_title,
    instruments,
    successor,
)
from osce_analysis.reference.groups import Membership, group_codes, members, participating
from osce_analysis.reference.meetings import Meeting, meeting
from osce_analysis.reference.scanning import Mention, mentions
from osce_analysis.reference.suggestions import near_miss
from osce_analysis.reference.tables import table

__all__ = [
    "Actor",
    "Instrument",
    "Meeting",
    "Membership",
    "Mention",
    "UnknownActor",
    "UnknownInstrument",
    "actor",
    "actor_kind",
    "actor_name",
    "find_actor",
    "group_codes",
    "instrument",
    "instrument_title",
    "instruments",
    "meeting",
    "members",
    "mentions",
    "near_miss",
    "participating",
    "successor",
    "table",
]
