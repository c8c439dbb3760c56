namespace JobMgmt.Networks.Calendars;

/// <summary>
/// The decision of <see cref="JobMgmt.Schedules.Calendars.CalendarGate"/> as JSONata, for a state of the machine that a trigger's schedule starts. It reads the variables <c>$calendar</c>
/// (<see cref="CalendarJson"/>), <c>$rule</c> (<see cref="DayRuleJson"/>) and <c>$due</c> (the instant: <c>2026-11-28T21:00:00Z</c>), and gives
/// <c>{"Runs":true,"BusinessDate":"2026-11-28","Reason":"due"}</c>. What the calendar does not tell is an error, which a state can catch.
/// </summary>
public static class GateExpression
{
    /// <summary>The expression, without <c>{% %}</c>.</summary>
    /// <remarks>Days are numbers since the first day that the calendar tells; its days are one text of <c>O</c> and <c>C</c>, so that what is near a day is found by splitting it.</remarks>
    public const string Text = """
        (
          $shift := $exists($rule.Shift) ? $rule.Shift : 'None';
          $years := $sort($keys($calendar.Days));
          $all := $join($map($years, function($year) { $lookup($calendar.Days, $year) }));
          $first := $toMillis($years[0] & '-01-01T00:00:00Z') / 86400000;
          $digits := function($text) { $number('1' & $text) - $power(10, $length($text)) };
          $date := function($day) { $substring($fromMillis(($first + $day) * 86400000), 0, 10) };
          $isOpen := function($day) {
            $day < 0 or $day >= $length($all)
              ? $error("The calendar '" & $calendar.Name & "' tells the days from " & $date(0) & ' to ' & $date($length($all) - 1) & ', not ' & $date($day) & '. Renew it: Set-JobCalendar ' & $calendar.Name & '.')
              : $substring($all, $day, 1) = 'O' };
          $open := function($from, $to) { $length($replace($substring($all, $from, $to - $from + 1), 'C', '')) };
          $names := function($list, $value) { $exists($list) ? $value in $list : true };
          $weekday := function($day) { ($first + $day + 4) % 7 + 1 };
          $hasMonth := function($day) { $names($rule.Years, $digits($substring($date($day), 0, 4))) and $names($rule.Months, $digits($substring($date($day), 5, 2))) };
          $isDue := function($day) { (
            $ofMonth := $digits($substring($date($day), 8, 2));
            $hasMonth($day) and $names($rule.DaysOfMonth, $ofMonth) and $names($rule.Weekdays, $weekday($day))
              and ($rule.LastDayOfMonth = true ? $substring($date($day + 1), 8, 2) = '01' : true)
              and ($exists($rule.NthWeekday) ? $weekday($day) = $rule.NthWeekday[0] and $floor(($ofMonth - 1) / 7) + 1 = $rule.NthWeekday[1] : true)
              and ($exists($rule.LastWeekday) ? $weekday($day) = $rule.LastWeekday and $substring($date($day + 7), 5, 2) != $substring($date($day), 5, 2) : true) ) };
          $closedBy := function($day) { (
            $listed := $lookup($calendar.Closed, $date($day));
            $exists($listed) ? ($listed = '' ? 'listed' : $listed) : ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'][$weekday($day) - 1] ) };

          $at := $toMillis($due);
          $changes := $sort($keys($calendar.Offsets));
          $offset := $lookup($calendar.Offsets, $exists($changes[$toMillis($) <= $at]) ? $changes[$toMillis($) <= $at][-1] : $changes[0]);
          $start := $digits($substring($calendar.DayStart, 0, 2)) * 60 + $digits($substring($calendar.DayStart, 3, 2));
          $day := $floor(($at / 60000 + $offset - $start) / 1440) - $first;
          $reason := $not($isOpen($day)) ? '' : $exists($rule.BusinessDays) ? (
            $ofMonth := $digits($substring($date($day), 8, 2));
            $begin := $day - $ofMonth + 1;
            $end := $begin + $max([27..30][$substring($date($begin + $), 0, 7) = $substring($date($day), 0, 7)]);
            $both := [$open($begin, $day), 0 - $open($day, $end)];
            $numbers := [$both[$ in $rule.BusinessDays]];
            $hasMonth($day) and $count($numbers) > 0 ? 'business day ' & $string($numbers[0]) & ' of ' & $substring($date($day), 0, 7) : ''
          ) : (
            $before := $shift = 'Next' ? $split($substring($all, 0, $day), 'O') : [];
            $after := $shift = 'Previous' ? $split($substring($all, $day + 1), 'O') : [];
            $from := $shift != 'Next' ? $day : $count($before) > 1 ? $day - $length($before[-1]) : $isOpen(-1);
            $to := $shift != 'Previous' ? $day : $count($after) > 1 ? $day + $length($after[0]) : $isOpen($length($all));
            $span := [$from..$to];
            $days := [$span[$isDue($)]];
            $moved := [$days[$ != $day].($date($) & ' (' & $closedBy($) & ')')];
            $count($days) = 0 ? '' : $count($moved) = 0 ? 'due' : ($count($days) > $count($moved) ? 'due, and moved' : 'moved') & ' from ' & $join($moved, ', ')
          );
          {
            'Runs': $reason != '',
            'BusinessDate': $date($day),
            'Reason': $reason != '' ? $reason : $isOpen($day) ? 'not due' : 'closed: ' & $closedBy($day)
          }
        )
        """;
}
