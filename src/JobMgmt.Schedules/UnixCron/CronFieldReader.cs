using System.Globalization;

namespace JobMgmt.Schedules.UnixCron;

/// <summary>Reads a field as Vixie cron does: lists of <c>*</c>, numbers, names and ranges, the first and the last with steps.</summary>
internal sealed class CronFieldReader(CronField field, string text, int position)
{
    private readonly bool[] _has = new bool[field.Least + (field == CronField.DayOfWeek ? 7 : field.Most - field.Least + 1)];
    private int _at;

    /// <summary>The field's values.</summary>
    /// <exception cref="ScheduleSyntaxException">It is none that cron takes.</exception>
    internal CronValues Read()
    {
        do
        {
            ReadItem();
        }
        while (Takes(','));

        return _at == text.Length ? new CronValues(field, _has, text[0] == '*') : throw Unknown();
    }

    private void ReadItem()
    {
        var start = _at;
        int first, last;
        var isRange = true;
        if (Takes('*'))
        {
            (first, last) = (field.Least, field.Most);
        }
        else
        {
            first = ReadValue();
            isRange = Takes('-');
            last = isRange ? ReadValue() : first;
            if (first > last)
            {
                _at = start;
                throw Fault($"The range {first}-{last} runs backwards.", $"Write it as two: {first}-{field.Most},{field.Least}-{last}.");
            }
        }

        var step = 1;
        if (_at < text.Length && text[_at] == '/')
        {
            if (!isRange)
            {
                throw Fault("A step follows a single value, which cron does not take.", $"Write a range before it, such as {first}-{field.Most}{text.Substring(_at)}.");
            }

            _at++;
            var written = _at;
            step = ReadNumber("a step", "Give a whole number of 1 or more.");
            if (step == 0)
            {
                _at = written;
                throw Fault("The step is 0.", "Give a whole number of 1 or more.");
            }
        }

        for (var value = first; value <= last; value += step)
        {
            _has[value % _has.Length] = true; // 7 is Sunday, too
        }
    }

    private int ReadValue()
    {
        var start = _at;
        while (_at < text.Length && char.IsLetter(text[_at]))
        {
            _at++;
        }

        if (_at > start)
        {
            var name = text.Substring(start, _at - start);
            for (var i = 0; i < field.Names.Count; i++)
            {
                if (string.Equals(field.Names[i], name, StringComparison.OrdinalIgnoreCase))
                {
                    return field.Least + i;
                }
            }

            _at = start;
            throw Fault($"'{name}' is no {field.Name}.", $"Write {field.Allowed}.");
        }

        var number = ReadNumber("a value", $"Write {field.Allowed}, or *.");
        if (number < field.Least || number > field.Most)
        {
            _at = start;
            throw Fault($"{number} is no {field.Name}.", $"Write {field.Allowed}.");
        }

        return number;
    }

    private int ReadNumber(string what, string fix)
    {
        var start = _at;
        while (_at < text.Length && text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        var digits = text.Substring(start, _at - start);
        if (digits.Length is > 0 and < 6)
        {
            return int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        _at = start;
        throw digits.Length > 0 ? Fault($"{digits} is too great.", fix) : _at < text.Length && text[_at] is not ('/' or ',') ? Unknown() : Fault($"Here {what} is missing.", fix);
    }

    private bool Takes(char c)
    {
        if (_at < text.Length && text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private ScheduleSyntaxException Unknown() => text[_at] switch
    {
        '?' or 'L' or 'W' or '#' => Fault($"'{text[_at]}' is of AWS's cron, not of Unix's.", "Write all six fields, as in cron(0 3 ? * MON-FRI *), or leave it out."),
        '~' => Fault("'~' is a random value, which is not the same from run to run.", $"Write one: {field.Allowed}."),
        var c => Fault($"'{c}' is not expected here.", $"Write {field.Allowed}, *, a range such as {field.Least}-{field.Most}, a list, or a step such as */2."),
    };

    private ScheduleSyntaxException Fault(string fault, string fix) => new(field.Name, position + _at, fault, fix);
}
