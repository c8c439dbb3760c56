# A file as packages and people leave them in /etc/cron.d.
SHELL=/bin/bash
PATH=/usr/local/sbin:/usr/local/bin:/sbin:/bin:/usr/sbin:/usr/bin
MAILTO=root

# Whole backup, Sundays
30 3 * * 0	root	/usr/local/sbin/backup.sh --full > /var/log/backup.log 2>&1

# Look for and purge old sessions every 30 minutes
09,39 *     * * *     root   [ -x /usr/lib/php/sessionclean ] && if [ ! -d /run/systemd/system ]; then /usr/lib/php/sessionclean; fi
*/5 * * * * nobody /usr/share/monitor/collect.pl
10 10 * * * munin if [ -x /etc/munin/plugins/apt_all ]; then /etc/munin/plugins/apt_all update 7200 12 >/dev/null; elif [ -x /etc/munin/plugins/apt ]; then /etc/munin/plugins/apt update 7200 12 >/dev/null; fi
5-55/10 * * * * root command -v sa1 > /dev/null && sa1 1 1

MAILTO=""
0 */12 * * * root test -x /usr/bin/certbot -a \! -d /run/systemd/system && perl -e 'sleep int(rand(43200))' ; certbot -q renew

# First of the month and Mondays
MAILTO=reports@example.com,boss@example.com
0 7 1 * mon batch cd /srv/reports && python3 report.py --date "$(date +\%F)"
@weekly batch mail -s "Weekly \% done" boss@example.com%Dear boss,%%see the report.%Yours

# not for the likes of us
@reboot root /usr/local/sbin/agent
0 0 * * 8 root /usr/local/sbin/never
