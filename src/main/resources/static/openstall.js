// What pages do beyond plain links and forms. Nothing here is needed to get work done.
(() => {
    'use strict';

    const root = document.documentElement;
    const colour = name => getComputedStyle(root).getPropertyValue(`--os-${name}`).trim();

    // Menus: only one is open, and a click elsewhere or Escape closes it.
    const closeMenus = except => document.querySelectorAll('details.menu[open]').forEach(menu => {
        if (menu !== except) {
            menu.open = false;
        }
    });
    document.addEventListener('click', event => closeMenus(event.target.closest('details.menu')));
    document.addEventListener('keydown', event => {
        const menu = event.key === 'Escape' && document.activeElement?.closest('details.menu[open]');
        if (menu) {
            menu.open = false;
            menu.querySelector('summary').focus();
        }
    });

    // Forms and buttons with data-confirm ask first, in words the page has given.
    document.addEventListener('submit', event => {
        const form = event.target;
        const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
        if (!question || form.dataset.confirmed) {
            return;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
        const dialog = document.createElement('dialog');
        dialog.className = 'confirm';
        const text = document.createElement('p');
        text.textContent = question;
        const buttons = document.createElement('div');
        buttons.className = 'confirm-buttons';
        const button = (label, style, answer) => {
            const element = document.createElement('button');
            element.type = 'button';
            element.className = style;
            element.textContent = label;
            element.addEventListener('click', () => dialog.close(answer));
            buttons.append(element);
        };
        button(document.body.dataset.no, 'btn', '');
        button(document.body.dataset.yes, 'btn btn-primary', 'yes');
        dialog.append(text, buttons);
        dialog.setAttribute('aria-label', question);
        dialog.addEventListener('close', () => {
            dialog.remove();
            if (dialog.returnValue === 'yes') {
                form.dataset.confirmed = 'yes';
                form.requestSubmit(event.submitter);
                delete form.dataset.confirmed;
            }
        });
        document.body.append(dialog);
        dialog.showModal();
    }, true);

    // Buttons with data-print print the page; without script there is none.
    document.querySelectorAll('[data-print]').forEach(button => {
        button.hidden = false;
        button.addEventListener('click', () => window.print());
    });

    // Selects with data-submit send their form as soon as they change.
    document.addEventListener('change', event => {
        if (event.target.matches('[data-submit]')) {
            event.target.form.requestSubmit();
        }
    });

    // A link in a mail has its code behind the #, which browsers tell no server, so that it gets into no log.
    const code = document.querySelector('[data-from-fragment]');
    const sendCode = () => {
        if (location.hash.length > 1) {
            code.value = location.hash.slice(1);
            history.replaceState(null, '', location.pathname);
            code.form.requestSubmit();
        }
    };
    if (code) {
        window.addEventListener('hashchange', sendCode);
        sendCode();
    }

    // Files that are too large are told before they are sent; data-limit is in bytes.
    document.addEventListener('change', event => {
        const input = event.target;
        if (input.matches('input[type=file][data-limit]')) {
            const tooLarge = Array.from(input.files).some(file => file.size > Number(input.dataset.limit));
            input.setCustomValidity(tooLarge ? input.dataset.tooLarge : '');
            input.reportValidity();
        }
    });

    // Clocks: the server's words are kept until the minute changes.
    const clock = JSON.parse(document.body.dataset.clock || '{}');
    const fill = (pattern, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), pattern);
    const span = minutes => {
        const days = Math.floor(minutes / 1440);
        const hours = Math.floor(minutes / 60);
        if (days >= 2) {
            return fill(clock.days, days);
        }
        if (hours >= 1) {
            return minutes % 60 === 0 || hours >= 24 ? fill(clock.hours, hours) : fill(clock.hoursMinutes, hours, minutes % 60);
        }
        return fill(clock.minutes, Math.max(1, minutes));
    };
    // The page's clock may stand elsewhere than the computer's, as in a simulation; count from what the server said.
    // performance.now() would stand still while the computer sleeps.
    const serverNow = Date.parse(document.body.dataset.now);
    const started = Date.now();
    const now = () => serverNow + (Date.now() - started);
    const tick = () => document.querySelectorAll('time[data-countdown]').forEach(time => {
        const left = Date.parse(time.dateTime) - now();
        time.textContent = fill(left < 0 ? clock.ago : clock.in, span(Math.floor(Math.abs(left) / 60000)));
        time.classList.toggle('deadline-over', left < 0);
        time.classList.toggle('deadline-soon', left >= 0 && left < 6 * 3600 * 1000);
    });
    if (clock.days && serverNow) {
        setInterval(tick, 30000);
    }

    // Charts
    const tones = {ACCENT: 'accent', QUIET: 'ink-3', GOOD: 'good', ALERT: 'alert', BAD: 'bad'};
    const number = new Intl.NumberFormat(root.lang, {maximumFractionDigits: 2});
    const option = (chart, small) => {
        const text = colour('ink-2');
        const line = colour('line');
        const value = it => it === null || it === undefined ? '–' : number.format(it) + chart.unit;
        return {
            animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
            animationDuration: 250,
            textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: text},
            grid: small
                ? {left: 2, right: 2, top: 4, bottom: 4}
                : {left: 8, right: 12, top: chart.series.length > 1 ? 40 : 16, bottom: 4, containLabel: true},
            legend: {
                show: !small && chart.series.length > 1, left: 0, top: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8,
                textStyle: {color: text},
            },
            tooltip: {
                trigger: 'axis', renderMode: 'richText', confine: true, valueFormatter: value,
                backgroundColor: colour('raise'), borderColor: colour('line'), textStyle: {color: colour('ink'), fontSize: 13},
                axisPointer: {lineStyle: {color: colour('line-strong')}},
            },
            xAxis: {
                type: 'category', data: chart.labels, show: !small, boundaryGap: chart.series.some(it => it.kind === 'BAR'),
                axisLine: {lineStyle: {color: line}}, axisTick: {show: false},
                axisLabel: {color: text, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right',
                    showMinLabel: true, showMaxLabel: true},
            },
            yAxis: {
                type: 'value', show: !small, splitNumber: 4, splitLine: {lineStyle: {color: line}},
                axisLabel: {color: text, formatter: it => number.format(it) + chart.unit},
            },
            series: chart.series.map(it => ({
                name: it.name,
                type: it.kind === 'BAR' ? 'bar' : 'line',
                data: it.values,
                color: colour(tones[it.tone]),
                symbol: 'circle',
                symbolSize: 6,
                showSymbol: chart.labels.length === 1,
                smooth: 0.15,
                barMaxWidth: 28,
                itemStyle: it.kind === 'BAR' ? {borderRadius: [3, 3, 0, 0]} : {},
                lineStyle: it.kind === 'TARGET' ? {type: 'dashed', width: 1.5} : {width: 2},
                areaStyle: it.kind === 'LINE' && chart.series.filter(other => other.kind === 'LINE').length === 1
                    ? {opacity: 0.1} : undefined,
                z: it.kind === 'TARGET' ? 1 : 2,
            })),
        };
    };
    const draw = within => {
        if (!window.echarts) {
            return;
        }
        within.querySelectorAll('[data-chart]').forEach(element => {
            const plot = echarts.getInstanceByDom(element) ?? echarts.init(element);
            plot.setOption(option(JSON.parse(element.dataset.chart), element.classList.contains('chart-small')), true);
        });
    };
    draw(document);
    document.addEventListener('htmx:afterSwap', event => draw(event.target));
    window.addEventListener('resize', () => document.querySelectorAll('[data-chart]')
        .forEach(element => window.echarts?.getInstanceByDom(element)?.resize()));
    new MutationObserver(() => draw(document)).observe(root, {attributeFilter: ['data-bs-theme']});

    // What went wrong in the background is told as the page for it would; then the page is shown as it is now.
    document.addEventListener('htmx:responseError', event => {
        const page = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
        const title = page.querySelector('.error-page h1');
        // What polls goes wrong again and again, and is told once.
        if (!title || document.querySelector('dialog[open]')) {
            return;
        }
        const dialog = document.createElement('dialog');
        dialog.className = 'confirm';
        const text = document.createElement('p');
        text.textContent = title.textContent;
        const advice = document.createElement('div');
        advice.className = 'quiet';
        advice.textContent = page.querySelector('.error-text').textContent;
        const buttons = document.createElement('form');
        buttons.method = 'dialog';
        buttons.className = 'confirm-buttons';
        const button = document.createElement('button');
        button.className = 'btn btn-primary';
        button.textContent = document.body.dataset.reload;
        buttons.append(button);
        dialog.append(text, advice, buttons);
        dialog.addEventListener('close', () => location.reload());
        document.body.append(dialog);
        dialog.showModal();
    });

    // A refused form comes back with status 422 and is shown like any other answer.
    document.addEventListener('htmx:beforeSwap', event => {
        if (event.detail.xhr.status === 422) {
            event.detail.shouldSwap = true;
            event.detail.isError = false;
        }
    });
})();
