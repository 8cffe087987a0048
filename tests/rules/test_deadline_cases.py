"""Dated cases, each worked out by hand on the State Council's holiday notices; the comment walks the calendar.

A number in brackets is how many working days have been counted so far; 上班 marks a weekend day that is worked, 休 days off.
"""

from __future__ import annotations

from datetime import date

import pytest

from publicity.rules import DeadlineRule, load_rules
from publicity.rules.periods import Span

RULES = load_rules()
WORKDAYS = RULES.workdays

# Rule, day of the event, last good day.
COUNTED = [
    # -- 20 working days from the forming of information --
    # Mon; 2–5 (4), 8–12 (9), 15–19 (14), 22–26 (19), Mon 29 (20). The seed report.
    ("proactive-disclosure", "2021-03-01", "2021-03-29"),
    # Sat; 8–12 (5), 15–19 (10), 22–26 (15), 29–2 April (20).
    ("proactive-disclosure", "2021-03-06", "2021-04-02"),
    # Mon; 23–26 (4), 29–2 April (9), 清明 3–5 休, 6–9 (13), 12–16 (18), 19, 20 (20).
    ("proactive-disclosure", "2021-03-22", "2021-04-20"),
    # Mon; 2–5 (4), Sun 7 上班 (5), 8–10 (8), 春节 11–17 休, 18, 19 (10), Sat 20 上班 (11), 22–26 (16), 1–4 March (20).
    ("proactive-disclosure", "2021-02-01", "2021-03-04"),
    # Mon; 14–17 (4), Sun 19 上班 (5), 20–23 (9), 春节 24–2 Feb 休 as prolonged, so Sat 1 Feb is not worked after all,
    # 3–7 (14), 10–14 (19), Mon 17 (20).
    ("proactive-disclosure", "2020-01-13", "2020-02-17"),
    # Fri 31 Jan, itself off by the prolongation; 3–7 (5), 10–14 (10), 17–21 (15), 24–28 (20).
    ("proactive-disclosure", "2020-01-31", "2020-02-28"),
    # Fri; 22–26 (5), Sun 28 上班 (6), 29, 30 (8), 1–4 May 休 by the amended notice, Sun 5 上班 (9), 6–10 (14), 13–17 (19), 20.
    ("proactive-disclosure-2008", "2019-04-19", "2019-05-20"),
    # Mon; 17–20 (4), 23–27 (9), Sun 29 上班 (10), 30 (11), 国庆 1–7 休, 8–11 (15), Sat 12 上班 (16), 14–17 (20).
    ("proactive-disclosure", "2019-09-16", "2019-10-17"),
    # Mon; 22–25 (4), Sun 27 上班 (5), 28–30 (8), 国庆中秋 1–8 休, Fri 9 (9), Sat 10 上班 (10), 12–16 (15), 19–23 (20).
    ("proactive-disclosure", "2020-09-21", "2020-10-23"),
    # Mon; 14–17 (4), Sat 18 上班 (5), 中秋 19–21 休, 22–24 (8), Sun 26 上班 (9), 27–30 (13), 1–7 休, Fri 8 (14),
    # Sat 9 上班 (15), 11–15 (20).
    ("proactive-disclosure", "2021-09-13", "2021-10-15"),
    # Mon; 20–23 (4), 26–30 (9), 1–7 休, Sat 8 and Sun 9 上班 (11), 10–14 (16), 17–20 (20).
    ("proactive-disclosure", "2022-09-19", "2022-10-20"),
    # Mon; 10–13 (4), 16–20 (9), 春节 21–27 休, Sat 28 and Sun 29 上班 (11), 30–3 Feb (16), 6–9 (20).
    ("proactive-disclosure", "2023-01-09", "2023-02-09"),
    # Fri; 18–22 (5), 25–28 (9), 中秋国庆 29–6 Oct 休, Sat 7 and Sun 8 上班 (11), 9–13 (16), 16–19 (20).
    ("proactive-disclosure", "2023-09-15", "2023-10-19"),
    # Mon; 30–2 Feb (4), Sun 4 上班 (5), 5–9 (10), for 除夕 on Fri 9 was no holiday, 10–17 休, Sun 18 上班 (11), 19–23 (16),
    # 26–29 (20): a leap day.
    ("proactive-disclosure", "2024-01-29", "2024-02-29"),
    # Mon; 14–17 (4), 20–24 (9), Sun 26 上班 (10), Mon 27 (11), 28–4 Feb 休, 5–7 (14), Sat 8 上班 (15), 10–14 (20).
    ("proactive-disclosure", "2025-01-13", "2025-02-14"),
    # Mon; 3–6 (4), 9–13 (9), Sat 14 上班 (10), 15–23 休, 24–27 (14), Sat 28 上班 (15), 2–6 March (20).
    ("proactive-disclosure", "2026-02-02", "2026-03-06"),
    # Mon; 15–18 (4), Sun 20 上班 (5), 21–24 (9), 中秋 25–27 休, 28–30 (12), 1–7 休, 8, 9 (14), Sat 10 上班 (15), 12–16 (20).
    ("proactive-disclosure", "2026-09-14", "2026-10-16"),
    # Mon; 23–26 (4), 29–31 (7), 元旦 1–3 休, Sun 4 上班 (8), 5–9 (13), 12–16 (18), 19, 20 (20).
    ("proactive-disclosure", "2025-12-22", "2026-01-20"),
    # Mon; 29–31 (3), 元旦 1–3 休, 4–8 (8), 11–15 (13), 18–22 (18), 25, 26 (20).
    ("proactive-disclosure", "2020-12-28", "2021-01-26"),
    # Mon; 27–30 (4), 31–2 Jan 休, 3–6 (8), 9–13 (13), 16–20 (18), 21–27 休, Sat 28 and Sun 29 上班 (20): ends on a Sunday.
    ("proactive-disclosure", "2022-12-26", "2023-01-29"),
    # Mon; 27–1 March over the leap day (4), 4–8 (9), 11–15 (14), 18–22 (19), Mon 25 (20).
    ("proactive-disclosure", "2024-02-26", "2024-03-25"),
    # Mon; 28–3 March (4), 6–10 (9), 13–17 (14), 20–24 (19), Mon 27 (20).
    ("proactive-disclosure", "2023-02-27", "2023-03-27"),
    # Mon; 23–26 (4), Sun 28 上班 (5), 29, 30 (7), 1–5 May 休, 6–10 (12), Sat 11 上班 (13), 13–17 (18), 20, 21 (20).
    ("proactive-disclosure", "2024-04-22", "2024-05-21"),
    # Mon; 13–16 (4), 19–23 (9), 26–30 (14), 端午 31–2 June 休, 3–6 (18), 9, 10 (20).
    ("proactive-disclosure", "2025-05-12", "2025-06-10"),
    # -- results of enforcement: 7 and 20 working days; withdrawal: 3 --
    # Fri; Sun 25 上班 (1), 26–30 (6), 1–5 May 休, Thu 6 (7).
    ("licence-or-penalty-result", "2021-04-23", "2021-05-06"),
    # Fri; Sat 29 and Sun 30 上班 (2), 31–6 Feb 休, 7–11 (7).
    ("licence-or-penalty-result", "2022-01-28", "2022-02-11"),
    # Thu; Fri 13 (1), Sat 14 上班 (2), 中秋 15–17 休, 18–20 (5), 23, 24 (7).
    ("licence-or-penalty-result", "2024-09-12", "2024-09-24"),
    # Fri; Sat 29 上班 (1), 30–1 Jan 休, 2–4 (4), 7–9 (7).
    ("licence-or-penalty-result", "2018-12-28", "2019-01-09"),
    # Fri; Sun 28 上班 (1), 29, 30 (3), 1–8 休, 9, 10 (5), Sat 11 上班 (6), Mon 13 (7).
    ("licence-or-penalty-result", "2025-09-26", "2025-10-13"),
    # Fri; Sat 2 上班 (1), 清明 3–5 休, 6–8 (4), 11–15 (9), 18–22 (14), Sun 24 上班 (15), 25–29 (20).
    ("enforcement-result", "2022-04-01", "2022-04-29"),
    # Thu, the law's first day; Fri 16 (1), 19, 20 (3).
    ("penalty-withdrawal", "2021-07-15", "2021-07-20"),
    # Thu; 29–6 Oct 休, Sat 7 and Sun 8 上班 (2), Mon 9 (3).
    ("penalty-withdrawal", "2023-09-28", "2023-10-09"),
    # Fri; 10–17 休, Sun 18 上班 (1), 19, 20 (3).
    ("penalty-withdrawal", "2024-02-09", "2024-02-20"),
    # -- budget: 20 calendar days, holidays or not --
    # 11 days to 31 January, 9 more.
    ("budget", "2021-01-20", "2021-02-09"),
    # 19 days to the leap day, 1 more.
    ("budget", "2024-02-10", "2024-03-01"),
    # 18 days to 28 February, 2 more.
    ("budget", "2023-02-10", "2023-03-02"),
    # 15 days to 30 September, 5 more: in 国庆, and it stays.
    ("budget", "2023-09-15", "2023-10-05"),
    # 11 days to 31 December, 9 more.
    ("budget", "2025-12-20", "2026-01-09"),
    # -- disclosure on application --
    # Mon; 2–5 (4), 8–12 (9), 15–18 (13), 端午 19–21 休, 22–26 (18), 29, 30 (20).
    ("application-reply", "2026-06-01", "2026-06-30"),
    # Asked on 20 April, corrected on Tue 28, which starts it anew; 29, 30 (2), 1–5 May 休, 6–8 (5), Sat 9 上班 (6),
    # 11–15 (11), 18–22 (16), 25–28 (20).
    ("application-reply", "2026-04-28", "2026-05-28"),
    # The rule of 2008 gives 15. Fri; Sun 28 上班 (1), 29, 30 (3), 1–4 May 休, Sun 5 上班 (4), 6–10 (9), 13–17 (14), 20 (15).
    ("application-reply-2008", "2019-04-26", "2019-05-20"),
    # Mon; 21–24 (4), 27–29 (7).
    ("application-correction", "2026-04-20", "2026-04-29"),
    # Mon; 9, 10 (2), 11–17 休, 18, 19 (4), Sat 20 上班 (5), 22, 23 (7).
    ("application-correction", "2021-02-08", "2021-02-23"),
    # Fri; Sun 27 上班 (1), 28–30 (4), 1–5 May 休, 6–9 (8), 12–16 (13), 19, 20 (15).
    ("third-party-opinion", "2025-04-25", "2025-05-20"),
    # Fri; Sun 23 上班 (1), 24–28 (6), 29–3 May 休, 4, 5 (8), Sat 6 上班 (9), 8–12 (14), Mon 15 (15).
    ("co-maker-opinion", "2023-04-21", "2023-05-15"),
    # -- penalties --
    # 16 days to 31 July, 47 to 31 August, 77 to 30 September, 13 more.
    ("penalty-decision", "2021-07-15", "2021-10-13"),
    # 30 days to 31 December, 61 to 31 January, 90 to the leap day.
    ("penalty-decision", "2023-12-01", "2024-02-29"),
    # 30, 61, 89 days to 28 February, 1 more.
    ("penalty-decision", "2022-12-01", "2023-03-01"),
    # 26, 57, 87 days to 30 September, 3 more: in 国庆, and it stays, for no text moves it.
    ("penalty-decision", "2024-07-05", "2024-10-03"),
    # Working days since 2021-07-15. Thu; Fri 16 (1), 19–23 (6), Mon 26 (7).
    ("penalty-service", "2021-07-15", "2021-07-26"),
    # The day before, seven plain days.
    ("penalty-service-1996", "2021-07-14", "2021-07-21"),
    # Thu; Fri 16 (1), 19–22 (5).
    ("hearing-request", "2021-07-15", "2021-07-22"),
    # The day before it was three plain days, to a Saturday.
    ("hearing-request-1996", "2021-07-14", "2021-07-17"),
    # Wed; 29, 30 (2), 1–7 休, Sat 8 and Sun 9 上班 (4), Mon 10 (5).
    ("hearing-request", "2022-09-28", "2022-10-10"),
    # Back from Fri: 10–7 (4), 4–2 (7).
    ("hearing-notice", "2022-03-11", "2022-03-02"),
    # Back from Mon: Sat 10 上班 (1), 9, 8 (3), 7–1 休, 30–28 Sept (6), 27–25 休, Thu 24 (7).
    ("hearing-notice", "2026-10-12", "2026-09-24"),
    # Back from Wed: 7, 6 (2), 3, 2 (4), 元旦 休, 31, 30 Dec (6), Fri 27 (7).
    ("hearing-notice", "2025-01-08", "2024-12-27"),
    # Seven plain days back.
    ("hearing-notice-1996", "2021-07-12", "2021-07-05"),
    # 10 days to 30 September, 5 more: in 国庆, and it stays.
    ("fine-payment", "2021-09-20", "2021-10-05"),
    # Wed; 清明 4–6 休, Sun 7 上班 (1), 8–12 (6), Mon 15 (7).
    ("evidence-registration", "2024-04-03", "2024-04-15"),
    # -- licences, all in working days --
    # Mon; 21–24 (4), Sun 26 上班 (5), 27–30 (9), 1–5 May 休, 6–8 (12), Sat 9 上班 (13), 11–15 (18), 18, 19 (20).
    ("licence-decision", "2020-04-20", "2020-05-19"),
    # Fri; Sun 26 上班 (1), 27–30 (5), 1–7 休, Fri 8 (6), Sat 9 上班 (7), 11–13 (10).
    ("licence-delivery", "2021-09-24", "2021-10-13"),
    # Fri; 30–1 Jan 休, 2–5 (4), Mon 8 (5).
    ("licence-correction", "2023-12-29", "2024-01-08"),
    # Back from Tue: 9 (1), Sun 8 and Sat 7 上班 (3), 6 Oct–29 Sept 休, 28–25 (7).
    ("licence-hearing-notice", "2023-10-10", "2023-09-25"),
    # -- coercion --
    # 29 days to the leap day, 1 more.
    ("seizure", "2024-01-31", "2024-03-01"),
    # Fri; Sun 20 上班 (1), 21–24 (5), 中秋 25–27 休, 28–30 (8), 1–7 休, 8, 9 (10).
    ("court-enforcement-notice", "2026-09-18", "2026-10-09"),
    # Three months from the 30th: February 2025 ends on the 28th.
    ("court-enforcement-application", "2024-11-30", "2025-02-28"),
    # -- review: 60 and 30 days roll over a day off; 5 and 10 are working days --
    # 26 days to 31 August, 56 to 30 September, 4 more: Fri 4 Oct in 国庆, on to Tue 8.
    ("review-application", "2024-08-05", "2024-10-08"),
    # 16, 45 days to the leap day, 15 more: a Friday.
    ("review-application", "2024-01-15", "2024-03-15"),
    # 20, 51 days to 31 July, 9 more: Sat 9 August, on to Mon 11.
    ("review-application", "2025-06-10", "2025-08-11"),
    # 1, 32 days to 31 January, 28 more: Sat 28 Feb is worked, so it stays.
    ("review-application", "2025-12-30", "2026-02-28"),
    # 11, 42 days, 18 more: 18 Feb in 春节 15–23, on to Tue 24.
    ("review-application", "2025-12-20", "2026-02-24"),
    # 16, 47 days, 13 more: 13 Feb in 春节 11–17, on to Thu 18.
    ("review-application-1999", "2020-12-15", "2021-02-18"),
    # Tue; 1–5 May 休, 6–10 (5).
    ("review-examination", "2024-04-30", "2024-05-10"),
    # Mon; 23–26 (4), Sun 28 上班 (5), 29, 30 (7), 1–8 休, 9, 10 (9), Sat 11 上班 (10).
    ("review-reply", "2025-09-22", "2025-10-11"),
    # 29 days to 31 January, 1 more: 1 Feb in 春节 28 Jan–4 Feb, on to Wed 5.
    ("review-decision-simplified", "2025-01-02", "2025-02-05"),
    # -- suits: days and months roll over a day off --
    # 10 days, 5 more: 5 Oct in 国庆, on to Tue 8.
    ("suit-after-refused-review", "2024-09-20", "2024-10-08"),
    # 14 days, 1 more: 1 June in 端午 31 May–2 June, on to Tue 3.
    ("suit-after-review", "2025-05-17", "2025-06-03"),
    # Sat 18 Sept is worked, so it stays.
    ("suit-after-review", "2021-09-03", "2021-09-18"),
    # Six months from the 31st: February ends on the 29th, a Thursday.
    ("suit-direct", "2023-08-31", "2024-02-29"),
    # On the 28th, a Tuesday.
    ("suit-direct", "2022-08-31", "2023-02-28"),
    # On the 28th, a Saturday that is worked.
    ("suit-direct", "2025-08-31", "2026-02-28"),
    # The same number, not the month's last day: Sat 28 Aug, on to Mon 30.
    ("suit-direct", "2021-02-28", "2021-08-30"),
    # 3 Oct in 国庆, on to Tue 8.
    ("suit-direct", "2024-04-03", "2024-10-08"),
    # Fri 31 Jan 2020 became a day off by the prolongation, on to Mon 3 Feb.
    ("suit-direct", "2019-07-31", "2020-02-03"),
    # 元旦 1–3 休, on to Sun 4, which is worked.
    ("suit-direct", "2025-07-01", "2026-01-04"),
    # Three months until April 2015: Sat 28 Feb 2015 was worked.
    ("suit-direct-1990", "2014-11-30", "2015-02-28"),
    # Sat 30 Sept in 中秋国庆 29–6, on to Sat 7 Oct, which is worked.
    ("land-dispute-suit", "2023-08-31", "2023-10-07"),
    # -- at least so long --
    # 28 days to the leap day, 2 more.
    ("public-comment", "2024-02-01", "2024-03-02"),
    # 30 days of January.
    ("planning-notice", "2025-12-31", "2026-01-30"),
    # 8 days to 28 February, 7 more.
    ("village-display", "2026-02-20", "2026-03-07"),
]

# Rule, day of the event, what is not counted (from the day of asking to the day the answer is in), last good day.
SUSPENDED = [
    # Mon; 2–5 (4), 8, 9 (6), out from 10 to 24 June, 25, 26 (8), 29–3 July (13), 6–10 (18), 13, 14 (20).
    ("application-reply", "2026-06-01", ["2026-06-10/2026-06-24"], "2026-07-14"),
    # One working day out: 2–5 (4), 9–12 (8), 15–19 (13), 22–26 (18), 29, 30 (20).
    ("application-reply", "2021-03-01", ["2021-03-08/2021-03-08"], "2021-03-30"),
    # A weekend out changes nothing.
    ("application-reply", "2021-03-01", ["2021-03-06/2021-03-07"], "2021-03-29"),
    # 3–6 (4), 9–12 (8), out are Fri 13, the worked Sat 14, 春节 and Tue 24, 25–27 (11), Sat 28 上班 (12), 2–6 (17), 9–11 (20).
    ("application-reply", "2026-02-02", ["2026-02-13/2026-02-24"], "2026-03-11"),
    # Twice: 2 (1), 5 (2), 8, 9 (4), 15–19 (9), 22–26 (14), 29–2 April (19), 清明 3–5 休, Tue 6 (20).
    ("application-reply", "2021-03-01", ["2021-03-03/2021-03-04", "2021-03-10/2021-03-12"], "2021-04-06"),
    # Asked on the day of receipt: 8–12 (5), 15–19 (10), 22–26 (15), 29–2 April (20).
    ("application-reply", "2021-03-01", ["2021-03-01/2021-03-05"], "2021-04-02"),
    # A day that two consultations share is out once: 2 (1), 9–12 (5), 15–19 (10), 22–26 (15), 29–2 April (20).
    ("application-reply", "2021-03-01", ["2021-03-03/2021-03-05", "2021-03-04/2021-03-08"], "2021-04-02"),
    # Asked after the last day, too late to help.
    ("application-reply", "2021-03-01", ["2021-03-30/2021-04-30"], "2021-03-29"),
    # Experts from Thu 7 to Wed 13 March: 5, 6 (2), 14, 15 (4), 18–22 (9), 25–29 (14), 1–3 April (17), 清明 4–6 休,
    # Sun 7 上班 (18), 8, 9 (20).
    ("licence-decision", "2024-03-04", ["2024-03-07/2024-03-13"], "2024-04-09"),
    # Six months end on 10 July; 10 days out make it Sat 20, on to Mon 22.
    ("suit-direct", "2024-01-10", ["2024-03-01/2024-03-10"], "2024-07-22"),
    # 30 days end on 31 January; 2 days out make it 2 February.
    ("seizure", "2024-01-01", ["2024-01-10/2024-01-11"], "2024-02-02"),
]

# Rule, last good day, what is not counted, last good day after the longest extension.
EXTENDED = [
    # Tue; 1–3 July (3), 6–10 (8), 13–17 (13), 20–24 (18), 27, 28 (20).
    ("application-reply", "2026-06-30", [], "2026-07-28"),
    # 1–3 (3), out from 6 to 10, 13–17 (8), 20–24 (13), 27–31 (18), 3, 4 August (20).
    ("application-reply", "2026-06-30", ["2026-07-06/2026-07-10"], "2026-08-04"),
    # 15 by the rule of 2008. Mon; 21–24 (4), 27–31 (9), 3–6 June (13), 端午 7–9 休, 10, 11 (15).
    ("application-reply-2008", "2019-05-20", [], "2019-06-11"),
    # Ten more. Tue; 20–22 (3), 25–29 (8), 1, 2 June (10).
    ("licence-decision", "2020-05-19", [], "2020-06-02"),
    # 30 days: 25 to 31 May, 5 more, a Wednesday.
    ("review-decision", "2024-05-06", [], "2024-06-05"),
    # 30 days to Sunday 31 March, and it stays.
    ("seizure", "2024-03-01", [], "2024-03-31"),
    # This one cannot be lengthened.
    ("penalty-decision", "2021-10-13", [], "2021-10-13"),
]

# Rule, event, last good day with the longest extension: a day off at the end of the first period adds nothing.
EXTENDED_AFTER = [
    # 60 days: 25 in February, 31 in March, 4: Saturday 4 April. 30 more: 26 in April, 4: Monday 4 May, 劳动节; 5 May too; Wed.
    ("review-decision", "2026-02-03", "2026-05-06"),
    # 60: 3 July, 31 August, 26: Saturday 26 September. 30 more: 4, 26: Monday 26 October.
    ("review-decision", "2026-07-28", "2026-10-26"),
]

# Rule, year, the day that the text names, last good day.
YEARLY = [
    # 之前: the day before, a leap day in 2024.
    ("rule-of-law-report-superior", 2024, "2024-03-01", "2024-02-29"),
    ("rule-of-law-report-superior", 2025, "2025-03-01", "2025-02-28"),
    ("rule-of-law-report-public", 2021, "2021-04-01", "2021-03-31"),
    # 前: the day itself, a Sunday in 2027 as well.
    ("annual-disclosure-report", 2027, "2027-01-31", "2027-01-31"),
    ("enforcement-annual-figures", 2021, "2021-01-31", "2021-01-31"),
    ("annual-disclosure-report-2008", 2019, "2019-03-31", "2019-03-31"),
]

# A change of the law: its first day, what held until the day before, what holds from then on.
CHANGES = [
    ("2019-05-15", "proactive-disclosure-2008", "proactive-disclosure"),
    ("2019-05-15", "application-reply-2008", "application-reply"),
    ("2019-05-15", "annual-disclosure-report-2008", "annual-disclosure-report"),
    ("2021-07-15", None, "penalty-decision"),
    ("2021-07-15", None, "penalty-withdrawal"),
    ("2021-07-15", "penalty-service-1996", "penalty-service"),
    ("2021-07-15", "hearing-request-1996", "hearing-request"),
    ("2021-07-15", "hearing-notice-1996", "hearing-notice"),
    ("2021-07-15", "fine-payment-1996", "fine-payment"),
    ("2024-01-01", "review-application-1999", "review-application"),
    ("2024-01-01", "review-decision-1999", "review-decision"),
    ("2024-01-01", None, "review-decision-simplified"),
    ("2015-05-01", "suit-direct-1990", "suit-direct"),
    ("2026-01-01", "village-affairs-2010", "village-affairs"),
]


def rule_of(name: str) -> DeadlineRule:
    found = RULES.deadline(name)
    assert found is not None, name
    return found


def spans(written: list[str]) -> list[Span]:
    return [Span(*map(date.fromisoformat, one.split("/"))) for one in written]


@pytest.mark.parametrize(("name", "start", "last"), COUNTED)
def test_the_last_day_is_as_counted_by_hand(name: str, start: str, last: str) -> None:
    """The rule held on the day of the event, and ends where the calendar on the wall says."""
    rule, event = rule_of(name), date.fromisoformat(start)

    assert rule.in_force_on(event)
    assert rule.due_after(event, WORKDAYS) == date.fromisoformat(last)


@pytest.mark.parametrize(("name", "start", "out", "last"), SUSPENDED)
def test_time_that_is_not_counted(name: str, start: str, out: list[str], last: str) -> None:
    """Both ends of a consultation, an examination or a hindrance are left out, as the rule allows."""
    rule = rule_of(name)

    assert rule.suspended_by
    assert rule.due_after(date.fromisoformat(start), WORKDAYS, spans(out)) == date.fromisoformat(last)


@pytest.mark.parametrize(("name", "due", "out", "last"), EXTENDED)
def test_the_longest_extension(name: str, due: str, out: list[str], last: str) -> None:
    """Counted on from where the period ends."""
    assert rule_of(name).extended(date.fromisoformat(due), WORKDAYS, spans(out)) == date.fromisoformat(last)


@pytest.mark.parametrize(("name", "start", "last"), EXTENDED_AFTER)
def test_a_day_off_in_between_lengthens_nothing(name: str, start: str, last: str) -> None:
    """延长期限最多不得超过三十日: thirty days, not thirty and a weekend."""
    rule = rule_of(name)

    assert rule.extended(rule.end_after(date.fromisoformat(start), WORKDAYS), WORKDAYS) == date.fromisoformat(last)


@pytest.mark.parametrize(("name", "year", "named", "last"), YEARLY)
def test_the_day_of_a_yearly_duty(name: str, year: int, named: str, last: str) -> None:
    """前 is good on the day, 之前 is not."""
    rule = rule_of(name)

    assert (rule.named_day(year).isoformat(), str(rule.due_in(year))) == (named, last)


@pytest.mark.parametrize(("first", "old", "new"), CHANGES)
def test_the_rule_changes_with_the_law(first: str, old: str | None, new: str) -> None:
    """Until the day before the old text holds, from its first day the new one, and never both or none of them."""
    day = date.fromisoformat(first)
    eve = date.fromordinal(day.toordinal() - 1)
    names = [name for name in (old, new) if name]

    assert [name for name in names if rule_of(name).in_force_on(eve)] == names[:-1]
    assert [name for name in names if rule_of(name).in_force_on(day)] == [new]


def test_the_table_is_long_enough() -> None:
    """Sixty cases at least, none twice."""
    counted = [case[:2] for case in COUNTED]

    assert len(COUNTED) + len(SUSPENDED) + len(EXTENDED) + len(YEARLY) >= 70
    assert len(set(counted)) == len(counted)
