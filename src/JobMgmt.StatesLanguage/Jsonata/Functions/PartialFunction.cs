using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>A built-in function with some of its arguments given. As in the reference implementation its signature no longer counts.</summary>
internal sealed class PartialFunction : JsonataFunction
{
    private readonly JsonataFunction _function;
    private readonly JsonValue?[] _given;
    private readonly int[] _open;

    public PartialFunction(JsonataFunction function, JsonValue?[] given, Func<int, bool> isOpen)
    {
        _function = function;
        _given = given;
        _open = Enumerable.Range(0, function.Arity).Where(isOpen).ToArray();
    }

    public override int Arity => _open.Length;

    public override JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame)
    {
        var all = new JsonValue?[_function.Arity];
        Array.Copy(_given, all, Math.Min(_given.Length, all.Length));
        for (var i = 0; i < _open.Length; i++)
        {
            all[_open[i]] = i < arguments.Length ? arguments[i] : null;
        }

        return _function.Call(all, input, frame);
    }
}
