using System.Collections;

namespace JobMgmt.Schedules.AwsCron;

/// <summary>The numbers that a field names.</summary>
internal sealed class CronField
{
    private readonly int _least;
    private readonly BitArray _numbers;

    /// <param name="least">The least number that the field may name.</param>
    /// <param name="most">The greatest.</param>
    public CronField(int least, int most)
    {
        _least = least;
        _numbers = new BitArray(most - least + 1);
    }

    /// <summary>Whether it names all that it may.</summary>
    public bool IsFull => _numbers.Cast<bool>().All(has => has);

    public void Add(int number) => _numbers[number - _least] = true;

    /// <summary>Those from a number on, ascending.</summary>
    public IEnumerable<int> From(int number)
    {
        for (var i = Math.Max(number - _least, 0); i < _numbers.Length; i++)
        {
            if (_numbers[i])
            {
                yield return i + _least;
            }
        }
    }
}
