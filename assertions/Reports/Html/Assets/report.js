(function () {
  "use strict";
  var root = document.documentElement, store = "novacron-report-theme";

  function remembered() { try { return localStorage.getItem(store); } catch (e) { return null; } }
  function remember(theme) { try { localStorage.setItem(store, theme); } catch (e) { /* a file that may not remember still switches */ } }
  function isDark() {
    var chosen = root.getAttribute("data-theme");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  // Before the page is painted, so that it does not flash.
  var chosen = remembered();
  if (chosen === "dark" || chosen === "light") root.setAttribute("data-theme", chosen);

  function theme() {
    var button = document.getElementById("control/theme");
    function show() {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", "Switch to the " + button.textContent.toLowerCase() + " theme");
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      root.setAttribute("data-theme", next);
      remember(next);
      show();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    show();
  }

  function filters() {
    var form = document.getElementById("control/filters");
    var count = form.querySelector(".count"), none = document.querySelector(".none-left");
    var alerts = Array.prototype.map.call(document.querySelectorAll(".matrix tbody tr"), function (row) {
      var anchor = row.getAttribute("data-alert");
      var article = Array.prototype.find.call(document.querySelectorAll("article.alert"), function (a) { return a.getAttribute("data-for") === anchor; });
      var defects = Array.prototype.filter.call(document.querySelectorAll(".defect[data-of]"), function (d) { return d.getAttribute("data-of") === anchor; });
      return { anchor: anchor, row: row, parts: [row, article].concat(defects), article: article, text: null };
    });

    function textOf(alert) {
      if (alert.text === null) alert.text = (alert.row.textContent + " " + alert.article.textContent).toLowerCase();
      return alert.text;
    }
    function isChosen(row, name) {
      var value = form.elements[name].value;
      return value === "" || row.getAttribute("data-" + name).split("\n").indexOf(value) >= 0;
    }
    function matches(alert, words, verdicts) {
      return verdicts.indexOf(alert.row.getAttribute("data-verdict")) >= 0 && isChosen(alert.row, "component") && isChosen(alert.row, "severity") && isChosen(alert.row, "receiver")
        && words.every(function (word) { return textOf(alert).indexOf(word) >= 0; });
    }
    function target() {
      var name = "";
      try { name = decodeURIComponent(location.hash.slice(1)); } catch (e) { return null; }
      return name && document.getElementById(name);
    }
    function apply() {
      var words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
      var verdicts = Array.prototype.map.call(form.querySelectorAll("[name=verdict]:checked"), function (box) { return box.value; });
      var wanted = target(), shown = 0;
      alerts.forEach(function (alert) {
        // What a link leads to is shown whatever the filter says.
        var show = matches(alert, words, verdicts) || (wanted && alert.article.contains(wanted));
        alert.parts.forEach(function (part) { part.hidden = !show; });
        if (show) shown++;
      });
      none.hidden = shown > 0;
      count.textContent = shown + " of " + alerts.length + " alerts shown";
    }
    function follow() {
      apply();
      var wanted = target();
      if (!wanted) return;
      for (var part = wanted; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
      wanted.scrollIntoView();
      if (wanted.hasAttribute("tabindex")) wanted.focus({ preventScroll: true });
    }

    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (e) { e.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(apply); });
    window.addEventListener("hashchange", follow);
    follow();
  }

  // Paper cannot be opened: what is folded is unfolded for it, but for what only proves what is said already.
  function print() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      document.querySelectorAll("details:not([open]):not(.raw, .proof, .others)").forEach(function (d) { d.open = true; opened.push(d); });
    });
    window.addEventListener("afterprint", function () { opened.splice(0).forEach(function (d) { d.open = false; }); });
  }

  document.addEventListener("DOMContentLoaded", function () { theme(); filters(); print(); });
})();
