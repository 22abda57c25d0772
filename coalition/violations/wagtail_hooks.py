"""Puts the report into the back office."""

from coalition.reports.report import register_report
from coalition.violations.report import ViolationReport

register_report(ViolationReport)
