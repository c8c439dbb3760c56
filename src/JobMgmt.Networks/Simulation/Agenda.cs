using JobMgmt.StatesLanguage.Interpreter.Inputs;

namespace JobMgmt.Networks.Simulation;

/// <summary>What an execution is to be told and when, on a virtual clock; of what comes at one instant, the first that was put down comes first.</summary>
internal sealed class Agenda
{
    private readonly SortedDictionary<(DateTimeOffset Due, long Number), Input> _inputs = new();
    private readonly Dictionary<long, (DateTimeOffset Due, long Number)> _timers = new();
    private long _last;

    /// <summary>Puts an input down for its own instant.</summary>
    internal void Add(Input input)
    {
        var key = (input.At, ++_last);
        _inputs.Add(key, input);
        if (input is TimerFired timer)
        {
            _timers[timer.TimerId] = key;
        }
    }

    internal void CancelTimer(long timerId)
    {
        if (_timers.TryGetValue(timerId, out var key))
        {
            _inputs.Remove(key);
            _timers.Remove(timerId);
        }
    }

    /// <summary>Takes the next input out; null where there is none.</summary>
    internal Input? Next()
    {
        if (_inputs.Count == 0)
        {
            return null;
        }

        var first = _inputs.First();
        _inputs.Remove(first.Key);
        return first.Value;
    }
}
