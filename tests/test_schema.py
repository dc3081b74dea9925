"""The schema: consistent, and true of tables without a row."""

from typing import get_args

import pandas as pd
import pytest

from osce_analysis.corpus import schema
from osce_analysis.documents import records

COLUMNS = [(table, name) for table, columns in schema.TABLES.items() for name in columns]


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_a_column_is_described(table: str, name: str) -> None:
    column = schema.TABLES[table][name]
    assert column.meaning
    assert column.dtype in {schema.STRING, schema.DATE, schema.INTEGER, schema.BOOLEAN}


@pytest.mark.parametrize("table", schema.TABLES)
def test_a_table_without_a_row_has_its_columns_and_dtypes(table: str) -> None:
    frame = schema.empty(table)
    assert list(frame.columns) == list(schema.TABLES[table])
    assert len(frame) == 0
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
        name: column.dtype for name, column in schema.TABLES[table].items()
    }


@pytest.mark.parametrize("table", schema.TABLES)
def test_a_row_leaves_the_dtypes_as_they_are(table: str) -> None:
    first = next(iter(schema.TABLES[table]))
    frame = schema.conform(pd.DataFrame({first: ["x"]}), table)
    assert frame.dtypes.to_dict() == schema.empty(table).dtypes.to_dict()
    assert frame.drop(columns=first).select_dtypes(exclude="bool").isna().all(axis=None)


def test_columns_of_one_name_in_several_tables_have_one_dtype() -> None:
    dtypes: dict[str, set[str]] = {}
    for table, name in COLUMNS:
        if name != "number":  # a document's number is an integer, a paragraph's is as printed
            dtypes.setdefault(name, set()).add(schema.TABLES[table][name].dtype)
    assert {name: found for name, found in dtypes.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("values", "literal"),
    [
        (schema.ROLES, records.Role),
        (schema.PARTS, records.Part),
        (schema.ACTOR_KINDS, records.ActorKind),
        (schema.SEVERITIES, records.Severity),
        (schema.STEPS, records.Step),
    ],
)
def test_records_and_tables_know_the_same_values(values: tuple[str, ...], literal: object) -> None:
    assert values == get_args(literal)


def test_a_users_own_columns_follow_as_they_are() -> None:
    frame = schema.conform(pd.DataFrame({"coder": ["A"], "source": ["a.txt"]}), "problems")
    assert list(frame.columns) == [*schema.PROBLEMS, "coder"]
    assert frame["coder"].tolist() == ["A"]


def test_a_value_that_does_not_fit_is_named_with_its_column() -> None:
    with pytest.raises(ValueError, match=r"Column statements\.number takes Int64"):
        schema.conform(pd.DataFrame({"number": ["twelve"]}), "statements")
