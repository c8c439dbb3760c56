using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>What <c>f ~> g</c> makes: g of f.</summary>
internal sealed class ChainFunction : JsonataFunction
{
    private readonly JsonataFunction _first;
    private readonly JsonataFunction _second;

    public ChainFunction(JsonataFunction first, JsonataFunction second)
    {
        _first = first;
        _second = second;
    }

    public override int Arity => 1;

    public override JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame)
    {
        var argument = arguments.Length > 0 ? arguments[0] : null;
        return Invocation.Apply(_second, [Invocation.Apply(_first, [argument], JsonNull.Instance, frame)], JsonNull.Instance, frame);
    }
}
