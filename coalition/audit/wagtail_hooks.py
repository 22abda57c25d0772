"""Puts the log where administrators look for reports."""

from coalition.audit.report import AuditReport
from coalition.reports.report import register_report

register_report(AuditReport)
