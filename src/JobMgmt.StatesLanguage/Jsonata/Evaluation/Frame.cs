using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>The variables of one scope. Scopes are small: a list searched from its end is quicker than a table.</summary>
internal sealed class Frame
{
    private readonly Frame? _parent;
    private KeyValuePair<string, JsonValue?>[] _bindings = [];
    private int _count;

    /// <summary>The outermost scope of an evaluation.</summary>
    public Frame(EvaluationRun run) => Run = run;

    /// <summary>A scope within another.</summary>
    public Frame(Frame parent)
    {
        _parent = parent;
        Run = parent.Run;
    }

    /// <summary>The evaluation that this belongs to.</summary>
    public EvaluationRun Run { get; }

    /// <summary>A scope that holds what a tuple has bound.</summary>
    public static Frame Of(Frame parent, JsonObject tuple)
    {
        var frame = new Frame(parent);
        for (var i = 0; i < tuple.Count; i++)
        {
            frame.Bind(tuple[i].Key, tuple[i].Value);
        }

        return frame;
    }

    /// <summary>Gives a variable a value in this scope; null is undefined, and hides what an outer scope has.</summary>
    public void Bind(string name, JsonValue? value)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_bindings[i].Key == name)
            {
                _bindings[i] = new KeyValuePair<string, JsonValue?>(name, value);
                return;
            }
        }

        if (_count == _bindings.Length)
        {
            Array.Resize(ref _bindings, Math.Max(2, _count * 2));
        }

        _bindings[_count++] = new KeyValuePair<string, JsonValue?>(name, value);
    }

    /// <summary>The value of a variable or function; null where there is none.</summary>
    public JsonValue? Lookup(string name)
    {
        for (var frame = this; frame is not null; frame = frame._parent)
        {
            for (var i = 0; i < frame._count; i++)
            {
                if (frame._bindings[i].Key == name)
                {
                    return frame._bindings[i].Value;
                }
            }
        }

        return Run.Lookup(name);
    }
}
