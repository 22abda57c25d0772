"""Where editors read the numbers, if any are counted."""

from coalition.reports.report import register_report
from coalition.statistics.report import PageViewsReport

register_report(PageViewsReport)
