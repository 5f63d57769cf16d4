// The passes over IR, and code generation. LLVM's C interface has both, but makes everything anew each time: all
// analyses that there are, names for passes to be parsed, a target machine a level: more than 1 MB of memory. Here they are
// made once a thread, and are those that we use.
//
// Declared for Rust in pipeline.rs; what is said there of each function is not said again.

#include <chrono>
#include <memory>
#include <vector>

#include <llvm-c/TargetMachine.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/Analysis/AliasAnalysis.h>
#include <llvm/Analysis/AssumptionCache.h>
#include <llvm/Analysis/BasicAliasAnalysis.h>
#include <llvm/Analysis/LoopAnalysisManager.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/MemoryDependenceAnalysis.h>
#include <llvm/Analysis/MemorySSA.h>
#include <llvm/Analysis/OptimizationRemarkEmitter.h>
#include <llvm/Analysis/PostDominators.h>
#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/Analysis/TargetLibraryInfo.h>
#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/Analysis/TypeBasedAliasAnalysis.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/PassManager.h>
#include <llvm/Support/CBindingWrapping.h>
#include <llvm/Support/SmallVectorMemoryBuffer.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Target/TargetMachine.h>
#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/ADCE.h>
#include <llvm/Transforms/Scalar/DeadStoreElimination.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>
#include <llvm/Transforms/Scalar/GVN.h>
#include <llvm/Transforms/Scalar/LICM.h>
#include <llvm/Transforms/Scalar/LoopPassManager.h>
#include <llvm/Transforms/Scalar/LoopRotation.h>
#include <llvm/Transforms/Scalar/SROA.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>

using namespace llvm;

namespace {

// As `Tier` of mod.rs.
enum Tier : unsigned { Baseline, Plain, Light, Optimising, Tiers };

CodeGenOptLevel level(Tier tier) {
  switch (tier) {
  case Light:
    return CodeGenOptLevel::Less;
  case Optimising:
    return CodeGenOptLevel::Default;
  default:
    return CodeGenOptLevel::None;
  }
}

InstCombinePass combine() {
  return InstCombinePass(InstCombineOptions().setMaxIterations(1).setVerifyFixpoint(false));
}

class Pipeline {
public:
  TargetMachine &Machine;

  explicit Pipeline(TargetMachine &Machine) : Machine(Machine) {
    analyses();
    stages();
  }

  bool run(Module &M, Tier T, std::chrono::microseconds Limit) {
    auto Start = std::chrono::steady_clock::now();
    bool InTime = true;
    for (Function &F : M) {
      if (F.isDeclaration())
        continue;
      for (FunctionPassManager &Stage : Stages[T]) {
        if (std::chrono::steady_clock::now() - Start > Limit) {
          InTime = false;
          break;
        }
        Stage.run(F, Functions);
      }
    }
    // They are known by addresses, and the module may be gone soon.
    Loops.clear();
    Functions.clear();
    Modules.clear();
    return InTime;
  }

private:
  // In this order: what is destroyed first refers to those before it.
  LoopAnalysisManager Loops;
  FunctionAnalysisManager Functions;
  ModuleAnalysisManager Modules;
  std::vector<FunctionPassManager> Stages[Tiers];

  void analyses() {
    Modules.registerPass([] { return PassInstrumentationAnalysis(); });
    Modules.registerPass([this] { return FunctionAnalysisManagerModuleProxy(Functions); });
    Functions.registerPass([] { return PassInstrumentationAnalysis(); });
    Functions.registerPass([this] { return ModuleAnalysisManagerFunctionProxy(Modules); });
    Functions.registerPass([this] { return LoopAnalysisManagerFunctionProxy(Loops); });
    Functions.registerPass([this] { return Machine.getTargetIRAnalysis(); });
    Functions.registerPass([] { return TargetLibraryAnalysis(); });
    Functions.registerPass([] { return AssumptionAnalysis(); });
    Functions.registerPass([] { return DominatorTreeAnalysis(); });
    Functions.registerPass([] { return PostDominatorTreeAnalysis(); });
    Functions.registerPass([] { return LoopAnalysis(); });
    Functions.registerPass([] { return ScalarEvolutionAnalysis(); });
    Functions.registerPass([] { return BasicAA(); });
    Functions.registerPass([] { return TypeBasedAA(); });
    Functions.registerPass([] {
      AAManager Aliases;
      Aliases.registerFunctionAnalysis<BasicAA>();
      Aliases.registerFunctionAnalysis<TypeBasedAA>();
      return Aliases;
    });
    Functions.registerPass([] { return MemorySSAAnalysis(); });
    Functions.registerPass([] { return MemoryDependenceAnalysis(); });
    Functions.registerPass([] { return OptimizationRemarkEmitterAnalysis(); });
    Loops.registerPass([] { return PassInstrumentationAnalysis(); });
    Loops.registerPass([this] { return FunctionAnalysisManagerLoopProxy(Functions); });
  }

  // Never LLVM's `default<O2>`: its constraint elimination is exponential in chains of guarded adds.
  void stages() {
    FunctionPassManager Once;
    Once.addPass(EarlyCSEPass());
    Once.addPass(SimplifyCFGPass());
    Once.addPass(combine());
    Stages[Light].push_back(std::move(Once));

    FunctionPassManager First;
    First.addPass(SROAPass(SROAOptions::ModifyCFG));
    First.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
    First.addPass(SimplifyCFGPass());
    First.addPass(combine());
    Stages[Optimising].push_back(std::move(First));

    LoopPassManager OfLoops;
    OfLoops.addPass(LoopRotatePass());
    OfLoops.addPass(LICMPass(LICMOptions()));
    FunctionPassManager Second;
    Second.addPass(createFunctionToLoopPassAdaptor(std::move(OfLoops), /*UseMemorySSA=*/true));
    Second.addPass(GVNPass());
    Second.addPass(DSEPass());
    Stages[Optimising].push_back(std::move(Second));

    FunctionPassManager Last;
    Last.addPass(SimplifyCFGPass());
    Last.addPass(combine());
    Last.addPass(ADCEPass());
    Stages[Optimising].push_back(std::move(Last));
  }
};

// Passes that `Light` does without. They pass over functions that ask for no optimisation (`skipFunction`), or find next to
// nothing to do there, but the analyses that they ask for were made all the same: an eighth of the time, and memory.
constexpr StringLiteral Idle[] = {
    "Branch Probability Basic Block Placement",
    "BreakFalseDeps",
    "Canonicalize Freeze Instructions in Loops",
    "CodeGen Prepare",
    "Control Flow Optimizer",
    "Early If-Conversion",
    "Early Machine Loop Invariant Code Motion",
    "Early Tail Duplication",
    "Live Range Shrink",
    "Loop Strength Reduction",
    "Machine Common Subexpression Elimination",
    "Machine Copy Propagation Pass",
    "Machine InstCombiner",
    "Machine Instruction Scheduler",
    "Machine Late Instructions Cleanup Pass",
    "Machine Loop Invariant Code Motion",
    "Machine code sinking",
    "Merge contiguous icmps into a memcmp",
    "Merge disjoint stack slots",
    "Optimize machine instruction PHIs",
    "Peephole Optimizations",
    "Post RA top-down list latency scheduler",
    "PostRA Machine Sink",
    "Remove dead machine instructions",
    "Shrink Wrapping analysis",
    "Stack Slot Coloring",
    "Tail Duplication",
    "X86 Avoid Store Forwarding Blocks",
    "X86 Byte/Word Instruction Fixup",
    "X86 Domain Reassignment Pass",
    "X86 Execution Dependency Fix",
    "X86 LEA Fixup",
    "X86 LEA Optimize",
    "X86 Optimize Call Frame",
    "X86 cmov Conversion",
};

// The code generator's passes but those.
class Chosen : public legacy::PassManagerBase {
public:
  legacy::PassManager All;

  explicit Chosen(unsigned T) : Does(T != Light) {}

  void add(Pass *P) override {
    if (!Does && is_contained(Idle, P->getPassName())) {
      LeftOut.push_back(P->getPassName());
      delete P;
    } else {
      All.add(P);
    }
  }

  bool build(TargetMachine &Machine, raw_pwrite_stream &To, CodeGenFileType Type, Tier T) {
    Machine.setOptLevel(level(T));
    // Decided again by each code generator, which leaves it on.
    Machine.setFastISel(false);
    return !Machine.addPassesToEmitFile(*this, To, nullptr, Type);
  }

  SmallVector<StringRef, 0> LeftOut;

private:
  // Whether those passes have something to do.
  const bool Does;
};

} // namespace

extern "C" {

Pipeline *pyston_pipeline_new(LLVMTargetMachineRef Machine) {
  return new Pipeline(*reinterpret_cast<TargetMachine *>(Machine));
}

void pyston_pipeline_drop(Pipeline *P) { delete P; }

bool pyston_pipeline_run(Pipeline *P, LLVMModuleRef M, unsigned T, uint64_t Micros) {
  return P->run(*unwrap(M), Tier(T), std::chrono::microseconds(Micros));
}

LLVMMemoryBufferRef pyston_pipeline_emit(Pipeline *P, LLVMModuleRef M, unsigned T, bool Assembly) {
  SmallVector<char, 0> Bytes;
  raw_svector_ostream Stream(Bytes);
  Chosen Passes(T);
  CodeGenFileType Type = Assembly ? CodeGenFileType::AssemblyFile : CodeGenFileType::ObjectFile;
  if (!Passes.build(P->Machine, Stream, Type, Tier(T)))
    return nullptr;
  Passes.All.run(*unwrap(M));
  auto Buffer = std::make_unique<SmallVectorMemoryBuffer>(std::move(Bytes), /*RequiresNullTerminator=*/false);
  return wrap(static_cast<MemoryBuffer *>(Buffer.release()));
}

const char *pyston_pipeline_unknown(Pipeline *P) {
  SmallVector<char, 0> Bytes;
  raw_svector_ostream Stream(Bytes);
  Chosen Passes(Light);
  Passes.build(P->Machine, Stream, CodeGenFileType::ObjectFile, Light);
  for (StringRef Name : Idle)
    if (!is_contained(Passes.LeftOut, Name))
      return Name.data();
  return nullptr;
}
}
