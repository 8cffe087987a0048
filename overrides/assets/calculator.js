// Counts out the limits of a page in the reader's browser: the arithmetic of scripts/publicity/rules/periods.py, on the
// calendar of days off and working weekends that the page brings in its data-* attributes. No day goes to any server.
// Written for WebViews of 2018: ES5 syntax; it relies on dataset, hidden, classList, forEach on arrays, and Date in UTC.
// Where <input type="date"> is unknown it is a text field, and what people type there is read too.
// window.publicityClock holds what the tests put beside Python's arithmetic; nothing else is global.
(function () {
  "use strict";
  var DAY = 24 * 3600 * 1000;

  // A day is the whole number of days since 1970-01-01, so that no time zone can shift it.
  function read(text) {
    var parts = /^\s*(\d{4})\s*[-\/.年]\s*(\d{1,2})\s*[-\/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text);
    if (!parts) { return null; }
    var moment = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
    var exists = moment.getUTCFullYear() === Number(parts[1]) && moment.getUTCMonth() === parts[2] - 1;
    return exists ? moment.getTime() / DAY : null;
  }

  function iso(day) {
    return new Date(day * DAY).toISOString().slice(0, 10);
  }

  function words(day) {
    var parts = iso(day).split("-");
    var weekday = "日一二三四五六".charAt((day + 4) % 7);
    return Number(parts[0]) + "年" + Number(parts[1]) + "月" + Number(parts[2]) + "日（星期" + weekday + "）";
  }

  // Throws the year that nobody has announced yet.
  function isWorkingDay(day, calendar) {
    var text = iso(day), year = text.slice(0, 4), weekday = (day + 4) % 7;
    if (calendar.years.indexOf(year) < 0) { throw { missing: year }; }
    return calendar.working.indexOf(text) >= 0 || (weekday % 6 !== 0 && calendar.off.indexOf(text) < 0);
  }

  function counted(day, length, unit, step, calendar) {
    while (length > 0) {
      day += step;
      if (unit !== "working_days" || isWorkingDay(day, calendar)) { length -= 1; }
    }
    return day;
  }

  function monthsAfter(day, months) {
    var start = new Date(day * DAY);
    var month = start.getUTCFullYear() * 12 + start.getUTCMonth() + months;
    var last = new Date(Date.UTC(Math.floor(month / 12), month % 12 + 1, 0)).getUTCDate();
    return Date.UTC(Math.floor(month / 12), month % 12, Math.min(start.getUTCDate(), last)) / DAY;
  }

  function period(start, length, unit, calendar) {
    if (unit === "months") { return monthsAfter(start, length); }
    if (unit === "years") { return monthsAfter(start, 12 * length); }
    return counted(start, length, unit, 1, calendar);
  }

  function settled(day, rule, calendar) {
    while (rule.lastDayOff === "next_working_day" && !isWorkingDay(day, calendar)) { day += 1; }
    return day;
  }

  // due: the last day; extended: after the longest extension; shifted: days that a day off pushed it on; missing: the
  // year that the first of them waits for; notBefore: the day on which a limit ends that a day off would only push on.
  // With nothing told the rule does not hold for what happens on that day.
  function answer(rule, start, calendar) {
    var told = {}, length = Number(rule.length), text = iso(start), end;
    if ((rule.holdsFrom && text < rule.holdsFrom) || (rule.holdsTo && text > rule.holdsTo)) { return told; }
    try {
      if (rule.sense === "ahead") {
        told.due = end = counted(start, length, rule.unit, -1, calendar);
      } else {
        end = period(start, length, rule.unit, calendar);
        told.due = settled(end, rule, calendar);
        told.shifted = told.due - end;
      }
      if (rule.extensionLength) {
        // From where the period ends, not from where a day off has pushed it.
        end = period(end, Number(rule.extensionLength), rule.extensionUnit, calendar);
        told.extended = settled(end, rule, calendar);
      }
    } catch (error) {
      if (!error.missing) { throw error; }
      told.missing = error.missing;
      if (told.due === undefined) { told.notBefore = end; }
    }
    return told;
  }

  function sentence(rule, start, calendar) {
    var told = answer(rule, start, calendar);
    var wait = told.missing ? "要等国务院公布" + told.missing + "年放假安排，才能推算" : "";
    var said = words(start) + rule.event + "的，";
    if (told.due === undefined) {
      if (told.notBefore !== undefined) { wait += "；不会早于" + words(told.notBefore); }
      return said + (wait || "不适用现在的规定") + "。";
    }
    said += rule.before + words(told.due) + rule.after;
    if (rule.unit === "working_days") {
      said += "（中间跳过周末和节假日" + (Math.abs(told.due - start) - Number(rule.length)) + "天）";
    } else if (told.shifted) {
      said += "（最后一天遇上放假，顺延了" + told.shifted + "天）";
    }
    if (told.extended !== undefined) { return said + "；依法延长的，最迟" + words(told.extended) + "。"; }
    return said + (wait ? "；依法延长的最后一天，" + wait : "") + "。";
  }

  function start(form) {
    var input = form.querySelector("input"), wrong = form.querySelector("[role=alert]");
    var rules = [].slice.call(document.querySelectorAll(".limits [data-length]"));
    var first = read(form.dataset.first);

    function tell(day, trouble) {
      wrong.textContent = trouble;
      input.setAttribute("aria-invalid", String(trouble !== ""));
      rules.forEach(function (rule) {
        var said = trouble ? "" : sentence(rule.dataset, day, form.dataset);
        rule.querySelector(".limits__answer").textContent = said;
      });
    }

    function count() {
      var day = read(input.value);
      if (day === null) {
        tell(day, "这个日期看不懂。请写成“年-月-日”，如 " + iso(today) + "，要是日历上有的日子。");
      } else if (day < first) {
        tell(day, "只能推算" + words(first) + "以后的日子。");
      } else {
        tell(day, "");
      }
    }

    // In Asia/Shanghai: UTC+8, without daylight saving.
    var today = Math.floor((new Date().getTime() + 8 * 3600 * 1000) / DAY);
    input.value = iso(today);
    input.addEventListener("change", count);
    form.addEventListener("submit", function (event) { event.preventDefault(); count(); });
    form.hidden = false;
    document.querySelector(".calculator__table").removeAttribute("open");
    count();
  }

  window.publicityClock = { answer: answer, read: read, iso: iso };
  start(document.querySelector(".calculator form"));
}());
